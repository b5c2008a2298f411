// What tests/test_accessibility.py asks of a page in the browser: each function gives what is wrong, or where the
// keyboard stands. Run as it is in the page.

(() => {
  const SHORTEST_RING = 2; // pixels
  const outer = (element) => element.outerHTML.slice(0, 80);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const fields = "button, input:not([type=hidden]), select, textarea";

  const name = (element) => {
    const words = element.textContent.trim() || element.ariaLabel || element.name || "";
    return `${element.localName}.${element.getAttribute("class") ?? ""} "${words.slice(0, 40)}"`;
  };

  // A part of the map shows its focus by its own outline.
  const hasRing = (element) =>
    ["", "::after"].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= SHORTEST_RING;
    }) || [...element.querySelectorAll("path")].some((path) => parseFloat(getComputedStyle(path).strokeWidth) >= 4);

  // Whether part of an element is in the window, and inside the drawing it belongs to, with nothing on top.
  const isSeen = (element) => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const frame = element.closest("svg")?.getBoundingClientRect();
    const top = Math.max(box.top, frame?.top ?? 0, 0);
    const bottom = Math.min(box.bottom, frame?.bottom ?? innerHeight, innerHeight);
    const left = Math.max(box.left, frame?.left ?? 0, 0);
    const right = Math.min(box.right, frame?.right ?? innerWidth, innerWidth);
    if (bottom <= top || right <= left) return false;
    const over = document.elementFromPoint(left + Math.min(right - left, 20) / 2, (top + bottom) / 2);
    return !!over && (element.contains(over) || over.contains(element) || (!!frame && !!over.closest("svg")));
  };

  window.judge = {
    // What the keyboard must reach.
    stops: () =>
      all(`a[href], summary, [tabindex="0"], ${fields}`)
        .filter((element) => element.tabIndex >= 0 && !element.disabled)
        .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
        .filter((element) => element.type !== "radio" || element.checked)
        .map(name),

    // Where it is now: null for nowhere.
    stop: () => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      return { name: name(element), place: all("*").indexOf(element), ring: hasRing(element), seen: isSeen(element) };
    },

    // What sticks out of the page or is cut off.
    tooLarge: () => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const cut = all("main *, header *, footer *").filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        const hides = [overflowX, overflowY].some((value) => ["hidden", "clip"].includes(value));
        const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        const isCut =
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
        return hides && hasText && clipPath === "none" && isCut;
      });
      const wide = scrollWidth > clientWidth + 1 ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
      return [...wide, ...cut.map((element) => `text is cut in ${name(element)}`)];
    },

    // A style sheet of the document's own: the policy of the site refuses an inline one.
    restyle: (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    },

    withoutRing: () =>
      all(`a[href], ${fields}`)
        .filter((element) => element.tabIndex >= 0 && element.checkVisibility())
        .filter((element) => {
          element.focus({ focusVisible: true, preventScroll: true });
          return !hasRing(element);
        })
        .map(outer),

    withoutEdge: () =>
      all(".button, .field, .form-problems")
        .filter((element) => getComputedStyle(element).borderTopStyle === "none")
        .map(outer),

    moving: () =>
      all("*")
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return parseFloat(transitionDuration) > 0 || animationName !== "none";
        })
        .map(outer),
  };
})();
