/**
 * A radar of dimensions. A score that is missing has no point: its axis is dashed and marked at the
 * rim, and the line of that city is broken there, so that it never looks like nought.
 */
const Radar = (() => {
  const { svg } = Elements;
  const SIZE = 440;
  const HEIGHT = 340;
  const RADIUS = 118;
  const RINGS = 4;

  const point = (axis, axes, part) => {
    const angle = (2 * Math.PI * axis) / axes - Math.PI / 2;
    return [SIZE / 2 + RADIUS * part * Math.cos(angle), HEIGHT / 2 + RADIUS * part * Math.sin(angle)];
  };
  const text = (xy) => xy.map((one) => one.toFixed(1)).join(",");

  function rings(axes) {
    return Array.from({ length: RINGS }, (_, ring) => svg("polygon", { class: "ring", points: Array.from({ length: axes }, (_, axis) => text(point(axis, axes, (ring + 1) / RINGS))).join(" ") }));
  }

  function label(axis, axes, name, gap) {
    const [x, y] = point(axis, axes, 1.14);
    const anchor = Math.abs(x - SIZE / 2) < 8 ? "middle" : x < SIZE / 2 ? "end" : "start";
    const lines = name.length > 14 && name.includes(" ") ? halves(name) : [name];
    const words = lines.map((line, i) => svg("tspan", { x: x.toFixed(1), dy: i === 0 ? (y < HEIGHT / 2 - 20 ? -6 * (lines.length - 1) : 4) : 14 }, line));
    const lacking = gap ? svg("tspan", { x: x.toFixed(1), dy: 14, class: "gap" }, gap) : null;
    return svg("text", { x: x.toFixed(1), y: y.toFixed(1), "text-anchor": anchor }, words, lacking);
  }

  function halves(name) {
    const parts = name.split(" ");
    let first = parts.shift();
    while (parts.length && (first + " " + parts[0]).length <= Math.max(12, name.length / 2)) {
      first += " " + parts.shift();
    }
    return parts.length ? [first, parts.join(" ")] : [first];
  }

  /** The sides between neighbours that both have a score; the whole shape where all have. */
  function shape(values, class_) {
    const axes = values.length;
    const dots = values.map((value, axis) => (value === null ? null : point(axis, axes, value)));
    const marks = dots.filter((dot) => dot).map(([x, y]) => svg("circle", { class: class_, cx: x.toFixed(1), cy: y.toFixed(1), r: 3.5 }));
    if (dots.every((dot) => dot)) {
      return [svg("polygon", { class: class_, points: dots.map(text).join(" ") }), ...marks];
    }
    const sides = dots.map((dot, axis) => {
      const next = dots[(axis + 1) % axes];
      return dot && next ? svg("line", { class: class_, x1: dot[0].toFixed(1), y1: dot[1].toFixed(1), x2: next[0].toFixed(1), y2: next[1].toFixed(1) }) : null;
    });
    return [...sides, ...marks];
  }

  /** axes: names; cities: {name, values from 0 to 1 or null}; gap(axis): what is said of a gap. */
  function of(axes, cities, title, gap) {
    const spokes = axes.map((name, axis) => {
      const lacking = cities.some((city) => city.values[axis] === null);
      const [x, y] = point(axis, axes.length, 1);
      return [
        svg("line", { class: lacking ? "spoke lacking" : "spoke", x1: SIZE / 2, y1: HEIGHT / 2, x2: x.toFixed(1), y2: y.toFixed(1) }),
        label(axis, axes.length, name, lacking ? gap(axis) : null),
      ];
    });
    return svg("svg", { class: "radar", viewBox: "0 0 " + SIZE + " " + HEIGHT, role: "img", "aria-label": title }, rings(axes.length), spokes, cities.map((city, i) => shape(city.values, "series" + i)));
  }

  return { of };
})();
