// Buttons that put light marks into a text, for who does not want to type them. The text stays a plain text field:
// everything works without this file. Ctrl or Cmd with B, I and K do the same; what is pasted keeps its lists and links.

for (const field of document.querySelectorAll("textarea[data-marks]")) {
  const bar = document.querySelector("#marks-buttons").content.cloneNode(true).firstElementChild;
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark]");
    if (button) mark(field, button.dataset.mark);
  });
  field.before(bar);
  field.addEventListener("keydown", (event) => {
    const kind = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (kind && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      mark(field, kind);
    }
    if (event.key === "Enter" && !event.isComposing) goOn(field, event);
  });
  field.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (!html) return;
    const text = asMarks(new DOMParser().parseFromString(html, "text/html").body).replace(/\n{3,}/g, "\n\n").trim();
    if (text) {
      event.preventDefault();
      put(field, text, field.selectionStart, field.selectionEnd);
    }
  });
}

function mark(field, kind) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const chosen = value.slice(start, end);
  if (kind === "list" || kind === "numbers") {
    const from = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(from, end).split("\n");
    const marked = lines.map((line, index) => (kind === "list" ? "- " : `${index + 1}. `) + line);
    put(field, marked.join("\n"), from, end);
    return;
  }
  const [before, after] = { bold: ["**", "**"], italic: ["*", "*"], link: ["[", "](https://)"] }[kind];
  put(field, before + chosen + after, start, end);
  const inside = chosen ? field.selectionEnd : start + before.length;
  if (kind === "link" && chosen) field.setSelectionRange(inside - 1, inside - 1);
  else if (!chosen) field.setSelectionRange(inside, inside);
}

// A list goes on with the next line; an empty point ends it.
function goOn(field, event) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const [, sign, words] = value.slice(from, start).match(/^(- |\d{1,2}\. )(.*)$/) ?? [];
  if (!sign || start !== end) return;
  event.preventDefault();
  const next = sign === "- " ? sign : `${parseInt(sign, 10) + 1}. `;
  if (words.trim()) put(field, `\n${next}`, start, end);
  else put(field, "\n", from, end);
}

// Through the browser's own editing where it can, so that "undo" takes it back.
function put(field, text, start, end) {
  field.focus();
  field.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) field.setRangeText(text, start, end, "end");
}

function asMarks(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent.replace(/\s+/g, " ");
  if (node.nodeType !== Node.ELEMENT_NODE || ["STYLE", "SCRIPT", "TITLE"].includes(node.tagName)) return "";
  const inner = [...node.childNodes].map(asMarks).join("");
  const words = inner.trim();
  switch (node.tagName) {
    case "BR": return "\n";
    case "B": case "STRONG": return words && node.style?.fontWeight !== "normal" ? `**${words}**` : inner;
    case "I": case "EM": return words ? `*${words}*` : inner;
    case "A": return words && /^(https?|mailto):/.test(node.href) ? `[${words}](${node.href})` : inner;
    case "LI": return `${node.parentNode.tagName === "OL" ? "1." : "-"} ${words}\n`;
    case "UL": case "OL": case "P": case "DIV": case "H1": case "H2": case "H3": case "H4": return `\n\n${words}\n\n`;
    default: return inner;
  }
}
