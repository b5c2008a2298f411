// The form for a comment: does the proof of work while somebody types, and opens in the page of the article.
// Without it the form has an address of its own, and what is sent waits until somebody has looked at it.

import { solve } from "./proof.js";

const FRESH = 15 * 60 * 1000; // a solution is good for twenty minutes

function prepare(form) {
  let solution;
  let solvedAt;
  const begin = () => {
    solvedAt = Date.now();
    solution = fetch(form.dataset.challenge)
      .then((answer) => (answer.ok ? answer.json().then(solve) : ""))
      .catch(() => "");
  };
  form.addEventListener("input", begin, { once: true });
  // Whoever comes back with the back button sends another comment, or tries again: the old solution is spent.
  window.addEventListener("pageshow", () => {
    delete form.dataset.sending;
    form.elements.proof.value = "";
    form.querySelector("[data-status]").textContent = "";
    solution = undefined;
  });
  form.addEventListener("submit", async (event) => {
    if (form.elements.proof.value) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    const status = form.querySelector("[data-status]");
    status.textContent = status.dataset.working;
    if (!solution || Date.now() - solvedAt > FRESH) begin();
    form.elements.proof.value = await solution;
    form.submit();
  });
}

async function open(link) {
  const answer = await fetch(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector("form[data-challenge]");
  if (!answer.ok || !form) throw new Error("no form");
  document.querySelector("form[data-challenge]")?.remove();
  link.parentElement.after(form);
  prepare(form);
  form.querySelector("input:not([type=hidden])").focus();
}

for (const form of document.querySelectorAll("form[data-challenge]")) prepare(form);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-comment-form]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open(link).catch(() => location.assign(link.href));
});
