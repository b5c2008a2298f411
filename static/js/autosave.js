// Saves a step of a story while somebody writes, so that a closed tab loses nothing. What is said about it comes from
// the server, and so does the version of the step; without this file the button “Save” does the same. Photos that
// were chosen wait for their button.

const PAUSE = 2000; // milliseconds without typing

const form = document.querySelector("form[data-autosave]");
if (form) watch(form);

function watch(form) {
  const status = document.querySelector("#autosave-status");
  const signedOut = document.querySelector("#autosave-signed-out");
  const failed = document.querySelector("#autosave-failed");
  let timer = 0;
  let dirty = false;
  let underWay = null;

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });

  // The last moment that a browser tells a page of: the tab is closed, or the telephone put away.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  addEventListener("pagehide", save);

  // A button sends what is written too, with the version that the save under way is about to change.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    dirty = false;
    if (!underWay) return;
    event.preventDefault();
    underWay.finally(() => form.requestSubmit(event.submitter));
  });

  function save() {
    clearTimeout(timer);
    if (!dirty || underWay) return;
    dirty = false;
    underWay = send().finally(() => {
      underWay = null;
      if (dirty) timer = setTimeout(save, PAUSE);
    });
  }

  async function send() {
    const answers = new FormData(form);
    answers.delete("files");
    answers.set("action", "autosave");
    try {
      const response = await fetch(location.pathname, { // not form.action: the buttons have that name
        method: "POST",
        body: new URLSearchParams(answers),
        keepalive: true, // goes on when the page has gone; browsers then take 64 KB
        redirect: "manual",
      });
      if (response.type === "opaqueredirect") {
        status.replaceChildren(signedOut.content.cloneNode(true));
        return;
      }
      const { told, version } = await response.json();
      if (version) form.elements.version.value = version;
      status.textContent = told;
    } catch {
      dirty = true; // no network: try again
      status.replaceChildren(failed.content.cloneNode(true));
    }
  }
}
