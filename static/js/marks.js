// Buttons that put light marks into a text, for who does not want to type them. The text stays a plain text field:
// everything works without this file. Ctrl or Cmd with B, I and K do the same; what is pasted keeps its lists and links.

const LINK = /\[([^[\]\n]+)\]\(([^()\s]+)\)/g; // as members/markup.py reads it

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
  if (kind === "link") {
    askLink(field);
    return;
  }
  const { selectionStart: start, selectionEnd: end, value } = field;
  const chosen = value.slice(start, end);
  if (kind === "list" || kind === "numbers") {
    const from = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(from, end).split("\n");
    put(field, inList(lines, kind).join("\n"), from, end);
    return;
  }
  const sign = { bold: "**", italic: "*" }[kind];
  if (isBetween(sign, value.slice(0, start), value.slice(end))) {
    put(field, chosen, start - sign.length, end + sign.length); // once more takes it off
    field.setSelectionRange(start - sign.length, end - sign.length);
    return;
  }
  // Each line by itself, and no space inside the stars: else they would be no marks.
  put(field, chosen.replace(/^([^\S\n]*)(.*?)([^\S\n]*)$/gm, (_line, before, words, after) =>
    before + (words || !chosen ? sign + words + sign : "") + after), start, end);
  if (!chosen) field.setSelectionRange(start + sign.length, start + sign.length);
  else if (!/\s/.test(chosen[0] + chosen.at(-1)) && !chosen.includes("\n")) {
    field.setSelectionRange(start + sign.length, end + sign.length);
  }
}

// Lines as a list; lines that are one already as they were before.
function inList(lines, kind) {
  const isOne = kind === "list" ? /^- / : /^\d{1,2}\. /;
  const isDone = lines.every((line) => isOne.test(line));
  return lines.map((line, index) => {
    const words = line.replace(/^(- |\d{1,2}\. )/, "");
    return isDone ? words : (kind === "list" ? "- " : `${index + 1}. `) + words;
  });
}

// Whether just these stars stand on both sides: of three, one is for italic and two are for bold.
function isBetween(sign, before, after) {
  const stars = Math.min(before.match(/\**$/)[0].length, after.match(/^\**/)[0].length);
  return sign === "*" ? stars % 2 === 1 : stars >= 2;
}

// Asks for the words and the address of a link, so that no half link stays behind when somebody thinks better of it.
function askLink(field) {
  const { from, to, words, address } = linkAt(field);
  const dialog = document.querySelector("#marks-link").content.cloneNode(true).firstElementChild;
  const [wordsField, addressField] = ["words", "address"].map((name) => dialog.querySelector(`[data-link="${name}"]`));
  const problem = dialog.querySelector(".form__error");
  wordsField.value = words;
  addressField.value = address;
  let text = "";
  dialog.querySelector("form").addEventListener("submit", (event) => {
    const isSame = words && address && addressField.value === address; // also a link of staff to a page of ours
    text = isSame ? `[${asWords(wordsField.value) || words}](${address})` : linkText(wordsField.value, addressField.value);
    if (text) return;
    event.preventDefault();
    problem.hidden = false;
    addressField.setAttribute("aria-invalid", "true");
    addressField.focus();
  });
  dialog.querySelector("[data-link=no]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (text) putApart(field, text, from, to);
    else {
      field.focus();
      field.setSelectionRange(from, to);
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  (words ? addressField : wordsField).focus();
}

// The link in which the cursor is; else what is chosen, as words or as an address.
function linkAt({ selectionStart: start, selectionEnd: end, value }) {
  for (const match of value.matchAll(LINK)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const isInside = start === end ? from < start && end < to : from <= start && end <= to;
    if (isInside) return { from, to, words: match[1], address: match[2].replace(/^mailto:/, "") };
  }
  const chosen = value.slice(start, end).replace(/\s+/g, " ");
  return /^(https?:\/\/|www\.)\S+$/i.test(chosen.trim())
    ? { from: start, to: end, words: "", address: chosen.trim() }
    : { from: start, to: end, words: chosen, address: "" };
}

// What may stand between the marks of a link: words without their brackets, an address without theirs.
function asWords(text) {
  return text.replace(/[[\]]/g, "").trim();
}

function inMarks(address) {
  return address.replaceAll("(", "%28").replaceAll(")", "%29");
}

// The marks of a link; empty when the address is none.
function linkText(words, typed) {
  const label = asWords(words);
  const address = inMarks(typed.trim());
  const known = /^(https?:\/\/[^\s/]+\.\S+|mailto:\S+@\S+)$/i.test(address);
  const isMail = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address);
  const isBare = /^[\w-]+(\.[\w-]+)+([/?#:]\S*)?$/.test(address);
  if (!known && !isMail && !isBare) return "";
  const whole = isMail || known ? address : `https://${address}`;
  return label || !known ? `[${label || address}](${whole})` : address;
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

// The same, with a space to the words beside it.
function putApart(field, text, start, end) {
  const before = /[^\s([“‘"'-]$/.test(field.value.slice(0, start)) ? " " : "";
  const after = /^[\p{L}\p{N}]/u.test(field.value.slice(end)) ? " " : "";
  put(field, before + text + after, start, end);
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
    case "A": return words && /^(https?|mailto):/.test(node.href) ? `[${asWords(words)}](${inMarks(node.href)})` : inner;
    case "LI": return `${node.parentNode.tagName === "OL" ? "1." : "-"} ${words}\n`;
    case "UL": case "OL": case "P": case "DIV": case "H1": case "H2": case "H3": case "H4": return `\n\n${words}\n\n`;
    default: return inner;
  }
}
