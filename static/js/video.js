// Without this module the link leads to the film's own page. With it, the film plays here: after the click, not before.

function play(button, { player, title }) {
  const address = new URL(player);
  address.searchParams.set("autoplay", "1");
  const frame = document.createElement("iframe");
  frame.className = "video__frame";
  frame.title = title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = address.href;
  button.replaceWith(frame);
  frame.focus();
}

for (const link of document.querySelectorAll("a[data-player]")) {
  if (!link.dataset.player) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.dataset.address = link.href; // printed
  button.append(...link.childNodes);
  button.addEventListener("click", () => play(button, link.dataset));
  link.replaceWith(button);
}
