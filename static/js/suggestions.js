// Without this module the search form works as it is. With it, titles appear while somebody types: a combobox with a
// list (WAI-ARIA Authoring Practices), whose options lead straight to the page.

const SHORTEST = 2;
const PAUSE = 150; // milliseconds

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${this.input.id}-suggestions`;
    this.list.role = "listbox";
    this.list.ariaLabel = form.dataset.suggestionsLabel;
    this.list.hidden = true;
    this.input.after(this.list);
    this.input.type = "text"; // a field of type search may be no combobox (ARIA in HTML)
    this.input.role = "combobox";
    this.input.ariaAutoComplete = "list";
    this.input.ariaExpanded = "false";
    this.input.setAttribute("aria-controls", this.list.id);
    this.chosen = -1;
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
  }

  get options() {
    return [...this.list.children];
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(this.input.value.trim()), PAUSE);
  }

  async fetch(text) {
    this.request?.abort();
    if (text.length < SHORTEST) return this.close();
    this.request = new AbortController();
    const address = `${this.form.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
    try {
      const answer = await fetch(address, { signal: this.request.signal });
      if (answer.ok) this.show(await answer.json());
    } catch {
      this.close(); // no suggestions; the form still searches
    }
  }

  show(pages) {
    this.list.replaceChildren(...pages.map((page, number) => this.option(page, number)));
    this.choose(-1);
    this.open(pages.length > 0 && document.activeElement === this.input);
  }

  option({ title, href }, number) {
    const option = document.createElement("li");
    option.role = "option";
    option.id = `${this.list.id}-${number}`;
    option.className = "suggestions__option";
    option.textContent = title;
    option.dataset.href = href;
    option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    option.addEventListener("click", () => location.assign(href));
    return option;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.ariaExpanded = String(isOpen);
  }

  close() {
    this.choose(-1);
    this.open(false);
  }

  choose(number) {
    this.chosen = number;
    this.options.forEach((option, index) => (option.ariaSelected = String(index === number)));
    if (number < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", this.options[number].id);
    this.options[number]?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (this.list.hidden) return;
    const last = this.options.length - 1;
    const moves = {
      ArrowDown: () => this.choose(this.chosen === last ? -1 : this.chosen + 1),
      ArrowUp: () => this.choose(this.chosen < 0 ? last : this.chosen - 1),
      Escape: () => this.close(),
    };
    if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      location.assign(this.options[this.chosen].dataset.href);
    } else if (event.key in moves) {
      event.preventDefault();
      moves[event.key]();
    }
  }
}

for (const form of document.querySelectorAll("form[data-suggestions]")) new Suggestions(form);
