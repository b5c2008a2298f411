// A front end of one module on the API alone: home, a news page with comments, the directory of members.
// The part of the address after # is the path on the site: #/nieuws/ shows what the site has at /nieuws/.

/** @import { Discussion, Home, MemberItemList, NewsArticle, NewsItemList, Operations, StoryBlock } from "./api.d.ts" */

const asked = new URLSearchParams(location.search).get("api");
const meta = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=api]"));
const API = asked ?? meta.content;
const main = /** @type {HTMLElement} */ (document.querySelector("#main"));

/**
 * The answer of the API; throws what a problem says.
 * @param {string} address
 * @param {object} [body] what to send
 * @returns {Promise<any>}
 */
async function ask(address, body) {
  const options = body && { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  const response = await fetch(address.startsWith("http") ? address : `${API}${address}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error([answer.title, answer.detail, ...answer.errors.map((/** @type {any} */ e) => e.message)].join(" "));
  return answer;
}

/**
 * An element; strings become text, never HTML.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string | null | undefined)} children
 */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** HTML that the API cleaned; links to pages of the site stay here. @param {string} html */
function rich(html) {
  const holder = make("div");
  holder.innerHTML = html;
  for (const link of holder.querySelectorAll("a[href^='/']")) link.setAttribute("href", `#${link.getAttribute("href")}`);
  return holder;
}

/** @param {import("./api.d.ts").Image | null} image @param {"card" | "hero" | "body"} size */
function picture(image, size) {
  const found = image?.renditions[size];
  if (!image || !found) return null;
  const { src, srcset, sizes, width, height } = found;
  return make("img", { src, srcset, sizes, width: String(width), height: String(height), alt: image.alt, loading: "lazy" });
}

/** @param {{ path: string, title: string, lead?: string, image?: import("./api.d.ts").Image | null }} page */
function card(page) {
  return make("li", {}, picture(page.image ?? null, "card"), make("h3", {}, make("a", { href: `#${page.path}` }, page.title)), make("p", {}, page.lead ?? ""));
}

/** @param {Array<any>} items */
const cards = (items) => make("ul", {}, ...items.map(card));

/** A block of a story; one that this example does not know is left out. @param {StoryBlock} block */
function show(block) {
  switch (block.type) {
    case "paragraph":
      return rich(block.html);
    case "heading":
      return make(`h${block.level}`, { id: block.anchor }, block.text);
    case "list":
      return make(block.style === "numbers" ? "ol" : "ul", {}, ...block.items.map((item) => make("li", {}, rich(item))));
    case "quote":
      return make("figure", {}, make("blockquote", {}, block.text), make("figcaption", {}, block.attribution));
    case "image":
      return picture(block.image, "body");
    case "numbered_sections":
      return make("ol", {}, ...block.sections.map((part) => make("li", {}, make("h2", { id: part.anchor }, part.heading), rich(part.html))));
    default:
      return null;
  }
}

/** @param {Discussion} discussion */
function comments(discussion) {
  const list = discussion.threads.map((thread) =>
    make("li", { id: thread.anchor }, make("b", {}, thread.name), make("p", {}, thread.text), ...thread.answers.map((answer) => make("p", {}, `${answer.name}: ${answer.text}`))),
  );
  return make("section", {}, make("h2", {}, `Reacties (${discussion.count})`), make("ul", {}, ...list));
}

/** The form for a comment: fetched when somebody wants to write, because it is for one visitor. @param {number} page */
async function commentForm(page) {
  const guard = await ask(`/comments/${page}/form`);
  const said = make("p", { role: "status" });
  const form = /** @type {HTMLFormElement} */ (
    make("form", {}, make("label", {}, "Uw naam", make("input", { name: "name", autocomplete: "name" })), make("label", {}, "Uw reactie", make("textarea", { name: "text", rows: "5" })), make("label", { class: "trap", "aria-hidden": "true" }, "Laat leeg", make("input", { name: "website", tabindex: "-1", autocomplete: "off" })), ...guard.notice.map((/** @type {string} */ line) => make("p", {}, line)), make("button", {}, "Verstuur"), said)
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { name, text, website } = Object.fromEntries(new FormData(form));
    const { notice_version, once, token } = guard;
    try {
      const standing = await ask(`/comments/${page}`, { name, text, website, notice_version, once, token });
      said.textContent = standing.state === "visible" ? "Uw reactie staat op de site." : "Ontvangen. Wij lezen uw reactie eerst.";
    } catch (error) {
      said.textContent = String(error);
    }
  });
  return form;
}

/** @type {Record<string, (detail: string) => Promise<Array<Node | null>>>} */
const views = {
  async home(detail) {
    /** @type {Home} */
    const home = await ask(detail);
    return [make("h1", {}, home.title), make("p", {}, home.lead), make("h2", {}, "Nieuws"), cards([home.opening, ...home.news].filter((item) => item !== null)), make("h2", {}, "Leden"), cards(home.members)];
  },
  async news(detail) {
    /** @type {NewsArticle} */
    const article = await ask(detail);
    const parts = [make("h1", {}, article.title), make("p", {}, make("time", { datetime: article.date }, article.date)), make("p", {}, article.lead), picture(article.image, "hero"), ...article.body.map(show)];
    try {
      const discussion = await ask(`/comments/${article.id}`);
      parts.push(comments(discussion));
      if (discussion.takes_comments) parts.push(await commentForm(article.id));
    } catch {
      // Comments are hidden on this page.
    }
    return parts;
  },
  async news_index(detail) {
    /** @type {NewsItemList} */
    const list = await ask(detail);
    return [make("h1", {}, "Nieuws"), cards(list.items)];
  },
  async member_index(detail) {
    /** @type {MemberItemList} */
    const list = await ask(`${detail}&per_page=100`);
    return [make("h1", {}, "Leden"), make("p", {}, `${list.total} leden`), cards(list.items)];
  },
  async member(detail) {
    const member = await ask(detail);
    return [make("h1", {}, member.title), make("p", {}, member.place?.name ?? ""), make("p", {}, member.lead), ...member.body.map(show)];
  },
};

/** Shows what the site has at the path behind the #. */
async function visit() {
  const path = location.hash.slice(1) || "/";
  const found = await ask(`/resolve?${new URLSearchParams({ path })}`);
  if (found.result === "redirect" && found.location.startsWith("/")) {
    location.hash = found.location;
    return;
  }
  const view = found.result === "page" && !found.theme && views[found.page.kind];
  const parts = view ? await view(found.detail) : [make("h1", {}, found.page?.title ?? "Niet gevonden")];
  main.replaceChildren(...parts.filter((part) => part !== null));
  document.title = main.querySelector("h1")?.textContent ?? "";
  main.focus();
}

/** Shows a draft: the admin opens this page with a code that works once. @param {string} code */
async function preview(code) {
  const { token } = await ask("/preview", { code });
  const response = await fetch(`${API}/preview`, { headers: { Authorization: `Bearer ${token}` } });
  const { page } = await response.json();
  main.replaceChildren(make("h1", {}, page.title), make("p", {}, page.lead), ...page.body.map(show).filter(Boolean));
}

const { menu } = await ask("/bootstrap");
document.querySelector("#menu")?.append(...menu.header.map((/** @type {any} */ link) => make("a", { href: link.href.startsWith("/") ? `#${link.href}` : link.href }, link.label)));
const code = new URLSearchParams(location.search).get("code");
if (code) {
  await preview(code);
} else {
  addEventListener("hashchange", visit);
  await visit();
}

export {};
