/* Counts the words of the story alone: Wagtail counts all of <main>, with the cards and the form below the text.
   A page without a story is counted whole. */

const WRITTEN = ".story, main:not(:has(.story))";

document.addEventListener("w-preview:ready", ({ target }) => {
  const preview = window.wagtail.app.getControllerForElementAndIdentifier(target, "w-preview");
  preview.contentExtractorOptions = { targetElement: WRITTEN };
});
