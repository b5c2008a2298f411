/* The functions behind the checks of core/content_checks.py. Each gets an element and the options that the server
   gave, and answers true when all is well. They run in the page that is checked, in its language. */

const words = (options) => options[document.documentElement.lang] ?? options.nl;

// Only the text of the element itself: a paragraph inside a list item is looked at by itself.
const ownText = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("p, li, blockquote, td, dd, figcaption").forEach((inner) => inner.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};

const escaped = (list) => list.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");

const saysWhereItLeads = (link, options) => {
  const text = link.textContent.replace(/[\s.,:;!?»›→>…]+/g, " ").trim().toLowerCase();
  return !words(options).vague.includes(text);
};

const hasSearchDescription = (heading, options) => !options.empty;

const isSomewhere = (heading, options) => !options.nowhere;

const isSharedMailbox = (address, { allowed }) => allowed.includes(address.toLowerCase());

const hasNoPersonalMail = (element, options) => {
  const links = [...element.querySelectorAll('a[href^="mailto:"]')].map((link) => link.getAttribute("href").slice(7).split("?")[0]);
  const written = ownText(element).match(/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu) ?? [];
  return [...links, ...written].every((address) => isSharedMailbox(address, options));
};

// "25 mei en 1 juni 2024" has its year at the end of the sentence.
const datesHaveYears = (element, options) => {
  const day = `\\b\\d{1,2}\\s(?:${escaped(words(options).months)})\\b`;
  const american = `\\b(?:${escaped(words(options).months)})\\s\\d{1,2}\\b`;
  const isEnglish = document.documentElement.lang === "en";
  const date = new RegExp(`(?:${isEnglish ? `${day}|${american}` : day})(?![^.!?;]{0,40}\\b(?:1[89]|20)\\d{2}\\b)`, "iu");
  return !date.test(ownText(element));
};

const standsOnce = (invitation) => {
  const same = (other) => other.textContent === invitation.textContent;
  return [...document.querySelectorAll(".invitation")].find(same) === invitation;
};

// "#1", also once; "1." only when it is not alone: "2017. Dat was een goed jaar."
const hasNoTypedNumber = (paragraph) => {
  const number = (element) => element.textContent.match(/^\s*(?:#\d{1,2}[.)]?|\d{1,2}[.)])\s/)?.[0].trim();
  const typed = number(paragraph);
  if (!typed) return true;
  const all = [...document.querySelectorAll(".story .rich > p")].filter(number);
  return !typed.startsWith("#") && all.length < 2;
};

const isShort = (heading, options) => heading.textContent.trim().length <= options.length;

const hasNoDoubledWord = (element, options) => {
  const found = ownText(element).matchAll(/(?<![\p{L}-])(\p{L}{2,})\s\1(?![\p{L}-])/giu);
  return [...found].every(([, word]) => words(options).doubles.includes(word.toLowerCase()));
};

const checks = {
  "check-vague-link": saysWhereItLeads,
  "check-empty-search-description": hasSearchDescription,
  "check-nowhere": isSomewhere,
  "check-personal-mail": hasNoPersonalMail,
  "check-date-without-year": datesHaveYears,
  "check-same-invitation": standsOnce,
  "check-past-event": () => false, // the template marks only events that are over
  "check-hidden-event": () => false, // only a preview shows these, for the editor
  "check-typed-number": hasNoTypedNumber,
  "check-long-heading": isShort,
  "check-doubled-word": hasNoDoubledWord,
};

Object.entries(checks).forEach(([id, evaluate]) => window.wagtail.userbar.registerCheck(id, evaluate));
