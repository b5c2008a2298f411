// Builds the page from the OpenAPI document: one block for each endpoint, with a form that asks it.

const main = document.querySelector("#operations");
const address = new URL(main.dataset.document, location.href);
const api = await (await fetch(address)).json();

/** An element with attributes and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Text in which what stands between backticks is code. */
function prose(text = "") {
  return text.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));
}

/** The schema behind a reference, or the schema itself. */
function resolve(schema = {}) {
  return schema.$ref ? resolve(api.components.schemas[schema.$ref.split("/").pop()]) : schema;
}

/** A sample of what a schema describes, for the body of a request. */
function sample(schema, depth = 0) {
  const found = resolve(schema);
  if (found.examples?.length) return found.examples[0];
  if (found.default !== undefined) return found.default;
  if (found.enum) return found.enum[0];
  if (found.anyOf) return sample(found.anyOf[0], depth);
  if (found.type === "object" && depth < 3) {
    return Object.fromEntries(Object.entries(found.properties ?? {}).map(([name, value]) => [name, sample(value, depth + 1)]));
  }
  return { array: [], boolean: false, integer: 0, number: 0, object: {} }[found.type] ?? "";
}

function choices(schema) {
  const found = resolve(schema);
  return found.enum ?? found.anyOf?.map(choices).find(Boolean);
}

function field(parameter, id) {
  const options = choices(parameter.schema);
  const fallback = parameter.schema.default;
  const input = options ? make("select", { id, name: parameter.name }) : make("input", { id, name: parameter.name });
  if (options) input.append(make("option", { value: "" }, "–"), ...options.map((option) => make("option", {}, option)));
  if (!options && fallback !== undefined && fallback !== null) input.placeholder = String(fallback);
  const help = make("p", { class: "help", id: `${id}-help` }, ...prose(parameter.description));
  input.setAttribute("aria-describedby", help.id);
  input.dataset.in = parameter.in;
  return make("div", {}, make("label", { for: id }, parameter.name, parameter.required ? " (required)" : ""), help, input);
}

function body(operation, id) {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (!schema) return [];
  const area = make("textarea", { id, rows: 8, "data-in": "body" });
  area.value = JSON.stringify(sample(schema), null, 2);
  return [make("div", {}, make("label", { for: id }, "Body (JSON)"), area)];
}

async function ask(path, method, form, said, output) {
  let where = path;
  const query = new URLSearchParams();
  const options = { method: method.toUpperCase(), headers: {} };
  for (const input of form.elements) {
    if (!input.dataset.in || !input.value) continue;
    if (input.dataset.in === "path") where = where.replace(`{${input.name}}`, encodeURIComponent(input.value));
    if (input.dataset.in === "query") query.append(input.name, input.value);
    if (input.dataset.in === "header") options.headers.Authorization = `Bearer ${input.value}`;
    if (input.dataset.in === "body") {
      options.body = input.value;
      options.headers["Content-Type"] = "application/json";
    }
  }
  const asked = new URL(`${where}${query.size ? `?${query}` : ""}`, location.origin);
  const response = await fetch(asked, options);
  const text = await response.text();
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON: it is shown as it came.
  }
  said.replaceChildren(make("code", {}, `${options.method} ${asked.pathname}${asked.search}`), ` answers ${response.status}`);
  output.textContent = shown;
}

function block(path, method, operation) {
  const id = operation.operationId;
  // Only the first line is read aloud: an answer may have a thousand.
  const said = make("p", { role: "status" });
  const output = make("pre", { role: "region", tabindex: "0", "aria-label": `Answer to ${operation.summary}` });
  const form = make("form", { "aria-label": `Ask: ${operation.summary}` });
  form.append(...(operation.parameters ?? []).map((parameter) => field(parameter, `${id}-${parameter.name}`)));
  if (operation.security) form.append(field({ name: "token", in: "header", schema: {}, description: "The token." }, `${id}-token`));
  form.append(...body(operation, `${id}-body`), make("button", {}, "Ask"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(path, method, form, said, output).catch((error) => (said.textContent = String(error)));
  });
  const name = make("code", {}, make("span", { class: "method" }, method.toUpperCase()), path);
  return make("details", { id }, make("summary", {}, name, ` ${operation.summary}`), make("p", {}, ...prose(operation.description)), form, said, output);
}

const groups = new Map();
const contents = make("ul");
for (const [path, operations] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    const tag = operation.tags?.[0] ?? "Other";
    if (!groups.has(tag)) groups.set(tag, make("section", {}, make("h2", {}, tag)));
    groups.get(tag).append(block(path, method, operation));
    contents.append(make("li", {}, make("a", { href: `#${operation.operationId}` }, operation.summary)));
  }
}
main.replaceChildren(...groups.values());
document.querySelector("#contents").append(contents);
document.querySelector("#about").append(...api.info.description.trim().split("\n\n").map((text) => make("p", {}, ...prose(text))));

/** Opens the block that the address names; a browser only scrolls there. */
function open() {
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
  named?.scrollIntoView();
}
addEventListener("hashchange", open);
open();
