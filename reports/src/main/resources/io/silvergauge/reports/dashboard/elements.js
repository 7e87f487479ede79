/** Elements of the page. Whatever a file said is set as text, never as markup. */
const Elements = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") {
        Object.entries(value).forEach(([event, act]) => element.addEventListener(event, act));
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
    return element;
  }

  const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** A labelled choice; options are [value, text]. */
  function choice(label, options, value, chosen) {
    const select = el("select", { on: { change: (event) => chosen(event.target.value) } });
    options.forEach(([one, text]) => select.append(el("option", { value: one, selected: one === value }, text)));
    return el("label", { class: "field" }, el("span", {}, label), select);
  }

  const button = (text, act, attributes = {}) => el("button", { type: "button", ...attributes, on: { click: act } }, text);

  return { el, svg, choice, button };
})();
