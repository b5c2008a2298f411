/* The script of the footnotes speaks English only: this says the same with the words that its own element brings
   along (core/admin/footnotes.py). */

const { toText, toNote } = document.querySelector("script[data-to-text]").dataset;

const sayText = (node, words) => {
  if (node && node.textContent !== words) node.textContent = words;
};

const say = () => {
  document.querySelectorAll(".footnote-back-links").forEach((links) => {
    const several = links.childElementCount > 1;
    sayText(several ? links.firstChild : links.firstElementChild, `↑ ${toText}${several ? ": " : ""}`);
  });
  document.querySelectorAll(".footnote-ref-sup").forEach((mark) => {
    if (mark.title !== toNote) mark.title = toNote;
  });
};

new MutationObserver(say).observe(document.body, { childList: true, subtree: true });
