/* The script of the translators' tool says two things in English, one without a space, and to a translator nothing of
   what comes after translating: this says it with the words that its own element brings along (templates/wagtail_localize). */

const { translating, more, note, target } = document.querySelector("script[data-translating]").dataset;
const editor = document.querySelector(".js-translation-editor");

const sayText = (node, words) => {
  if (node.textContent !== words) node.textContent = words;
};

const say = () => {
  editor.querySelectorAll(".w-dropdown__toggle .w-sr-only").forEach((label) => sayText(label, more));
  editor.querySelectorAll("h3").forEach((heading) => {
    if (/ to .+ translation$/.test(heading.textContent)) sayText(heading, translating);
  });
  // "Publish in " lost its space in Dutch
  editor.querySelectorAll("button[value=publish] em").forEach((label) => {
    const before = label.textContent.slice(0, -target.length);
    if (label.textContent.endsWith(target) && !before.endsWith(" ")) sayText(label, `${before} ${target}`);
  });
};

if (note) {
  const told = document.createElement("p");
  told.className = "help-block help-info translator__note";
  told.textContent = note;
  editor.before(told);
}
new MutationObserver(say).observe(editor, { childList: true, subtree: true });
say();
