/* Hands the words of the hint in an empty text to css/admin.css: they are translated (core/admin/rich_text.py). */

const { editorHint } = document.querySelector("script[data-editor-hint]").dataset;

document.documentElement.style.setProperty("--editor-hint", JSON.stringify(editorHint));
