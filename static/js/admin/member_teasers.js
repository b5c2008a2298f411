/* The block "Members" of core/blocks/members.py: shows the fields that count for the chosen mode and hides the others.
   What stands in a hidden field stays, so that a second thought costs nothing. */

const FIELDS = { rotation: ["count"], theme: ["theme", "count"], province: ["province", "count"], manual: ["members"] };
const ALL = new Set(Object.values(FIELDS).flat());

class MemberTeasers extends window.StimulusModule.Controller {
  connect() {
    this.show = this.show.bind(this);
    this.element.addEventListener("change", this.show);
    this.show();
  }

  disconnect() {
    this.element.removeEventListener("change", this.show);
  }

  field(name) {
    return this.element.querySelector(`[data-contentpath="${name}"]`);
  }

  show() {
    const mode = this.field("mode")?.querySelector("select")?.value;
    if (!(mode in FIELDS)) return;
    ALL.forEach((name) => this.field(name)?.toggleAttribute("hidden", !FIELDS[mode].includes(name)));
  }
}

window.wagtail.app.register("member-teasers", MemberTeasers);
