// Brings a visitor to what must be mended. Browsers that know autofocus for headings do so by themselves.

document.querySelector(".form-problems [autofocus]")?.focus();
