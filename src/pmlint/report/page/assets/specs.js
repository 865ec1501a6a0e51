// What each chart looks like. Colours are variables of the page, so that light, dark and paper need one drawing.

const CONFIG = {
  background: null,
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  view: { stroke: null },
  axis: {
    labelColor: "var(--soft)",
    titleColor: "var(--soft)",
    titleFontWeight: "normal",
    labelFontSize: 12,
    titleFontSize: 12,
    gridColor: "var(--line)",
    domainColor: "var(--line)",
    tickColor: "var(--line)",
  },
  // Legends stand in the page itself, where they wrap and are read aloud.
  legend: { disable: true },
  header: { labelColor: "var(--ink)", labelFontSize: 13, title: null },
  aria: true,
};

const QUIET = { aria: false };
const FIT = { type: "fit-x", contains: "padding" };
const HUNDRED = { domain: [0, 100] };

function dots(x, y, color) {
  return {
    data: { name: "dots" },
    mark: { type: "circle", size: 70, color, opacity: 0.75, stroke: "var(--page)", strokeWidth: 1, ariaRoleDescription: "document" },
    encoding: { x, y, description: { field: "says" } },
  };
}

function trendSpec(score) {
  const color = `var(--${score})`;
  const x = { field: "date", type: "temporal", title: null, axis: { grid: false, tickCount: 5, labelOverlap: true, labelFlush: true } };
  const y = { type: "quantitative", scale: HUNDRED, title: null, axis: { values: [0, 25, 50, 75, 100], ticks: false, domain: false } };
  return {
    width: "container",
    height: 220,
    autosize: FIT,
    layer: [
      { data: { name: "means" }, mark: { type: "area", color, opacity: 0.18, ...QUIET },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
      { data: { name: "dots" }, mark: { type: "rule", color, opacity: 0.3, ...QUIET },
        encoding: { x, y: { ...y, field: `${score}Low` }, y2: { field: `${score}High` } } },
      { data: { name: "means" }, mark: { type: "line", color, strokeWidth: 2.5, ...QUIET },
        encoding: { x, y: { ...y, field: "mean" } } },
      { data: { name: "means" }, mark: { type: "point", shape: "square", filled: true, size: 55, opacity: 1, stroke: color, strokeWidth: 2, ...QUIET },
        encoding: { x, y: { ...y, field: "mean" }, fill: { condition: { test: `datum.n < ${FEW}`, value: "var(--card)" }, value: color } } },
      dots(x, { ...y, field: score }, color),
    ],
  };
}

function quadrantSpec() {
  const axis = { values: [0, 25, 50, 75, 100], ticks: false, domain: false };
  const x = { field: "blameless", type: "quantitative", scale: HUNDRED, title: "blameless →", axis };
  const y = { field: "accountable", type: "quantitative", scale: HUNDRED, title: "accountable →", axis };
  const corner = (at, text, align) => ({
    data: { values: [{ x: at[0], y: at[1] }] },
    mark: { type: "text", text, align, baseline: "top", dy: at[1] < 50 ? -30 : 2, lineHeight: 14, color: "var(--soft)", fontSize: 12, fontStyle: "italic", ...QUIET },
    encoding: { x: { ...x, field: "x" }, y: { ...y, field: "y" } },
  });
  const cross = (channel) => ({
    data: { values: [{ at: 50 }] },
    mark: { type: "rule", color: "var(--soft)", strokeDash: [4, 4], ...QUIET },
    encoding: { [channel]: { ...(channel === "x" ? x : y), field: "at" } },
  });
  return {
    width: "container",
    height: 380,
    autosize: FIT,
    layer: [
      cross("x"),
      cross("y"),
      corner([1, 99], ["blames,", "and commits"], "left"),
      corner([99, 99], ["learns,", "and commits"], "right"),
      corner([1, 1], ["blames,", "and changes little"], "left"),
      corner([99, 1], ["blames nobody,", "promises little"], "right"),
      dots(x, y, "var(--dot)"),
    ],
  };
}

const CATEGORY_COLORS = {
  domain: ["blame", "diffuse", "action", "structure", "candor"],
  range: ["var(--m-blame)", "var(--m-diffuse)", "var(--m-action)", "var(--m-structure)", "var(--m-candor)"],
};

function rulesSpec() {
  const y = { field: "name", type: "nominal", sort: null, title: null, axis: { labelLimit: 190, ticks: false, domain: false, labelColor: "var(--ink)" } };
  const x = { field: "value", type: "quantitative", title: null, axis: { tickCount: 4, ticks: false, domain: false } };
  return {
    width: "container",
    autosize: FIT,
    data: { name: "rules" },
    mark: { type: "bar", cornerRadiusEnd: 3, height: 16, ...QUIET },
    encoding: { x, y, color: { field: "category", type: "nominal", scale: CATEGORY_COLORS } },
  };
}

function changeSpec() {
  const y = { field: "name", type: "nominal", sort: null, title: null, axis: { labelLimit: 190, ticks: false, domain: false, labelColor: "var(--ink)" } };
  const x = { field: "period", type: "ordinal", title: null, axis: { orient: "top", labelAngle: 0, ticks: false, domain: false, labelOverlap: "greedy" } };
  return {
    width: "container",
    autosize: FIT,
    data: { name: "change" },
    layer: [
      { mark: { type: "rect", color: "var(--heat)", cornerRadius: 3, stroke: "var(--card)", strokeWidth: 2, ...QUIET },
        encoding: { x, y, fillOpacity: { field: "strength", type: "quantitative", scale: { domain: [0, 1], range: [0.04, 1] } } } },
      { mark: { type: "text", fontSize: 11, color: "var(--ink)", ...QUIET },
        encoding: { x, y, text: { condition: { test: "datum.rate > 0", field: "rate", type: "quantitative", format: ".1f" }, value: "" } } },
    ],
  };
}

// "2024 Q2" and "3 to 12 months" on two lines, which leaves them level under narrow bars.
const TWO_LINES = "split(replace(datum.label, regexp(' (?=[^ ]+$)'), '|'), '|')";

function stackSpec(name, field, sort, states, colors, labelOverlap) {
  return {
    width: "container",
    height: 240,
    autosize: FIT,
    data: { name },
    mark: { type: "bar", cornerRadius: 1, ...QUIET },
    encoding: {
      x: { field, type: "ordinal", sort, title: null, axis: { labelAngle: 0, labelExpr: TWO_LINES, labelFontSize: 11, ticks: false, labelOverlap } },
      y: { field: "count", type: "quantitative", title: "commitments", axis: { tickMinStep: 1, tickCount: 5, ticks: false, domain: false } },
      color: { field: "state", type: "nominal", scale: { domain: states, range: colors }, sort: states },
      order: { field: "order" },
    },
  };
}

function labelsSpec() {
  const y = { field: "label", type: "nominal", sort: "ascending", title: null, axis: { labelLimit: 220, ticks: false, domain: false, grid: true, labelColor: "var(--ink)" } };
  const x = { type: "quantitative", scale: HUNDRED, title: null, axis: { values: [0, 25, 50, 75, 100], ticks: false, domain: false } };
  const offset = { field: "score", type: "nominal", sort: SCORES };
  const color = { field: "score", type: "nominal", sort: SCORES, scale: { domain: SCORES, range: SCORES.map((s) => `var(--${s})`) } };
  return {
    width: "container",
    autosize: FIT,
    data: { name: "labels" },
    layer: [
      { mark: { type: "rule", strokeWidth: 3, opacity: 0.4, ...QUIET }, encoding: { y, yOffset: offset, color, x: { ...x, field: "low" }, x2: { field: "high" } } },
      { mark: { type: "point", filled: true, size: 70, opacity: 1, ...QUIET }, encoding: { y, yOffset: offset, color, x: { ...x, field: "mean" } } },
    ],
  };
}
