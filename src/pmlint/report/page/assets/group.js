// Rows for the charts, from the documents that the filters let through.

const SCORES = ["blameless", "accountable", "candid"];
const FEWEST = 5; // documents; a mean of fewer says nothing about a group
const FEW = 3; // documents; a period of fewer is drawn hollow
const MOST_RULES = 12;

function scored(documents, score) {
  return documents.filter((d) => d.scores && d.scores[score]);
}

function grouped(documents, keyOf) {
  const groups = new Map();
  for (const document of documents) {
    for (const key of [keyOf(document)].flat()) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(document);
    }
  }
  return [...groups.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function dotRows(documents) {
  return documents.map((d) => {
    const row = { id: d.id, title: d.title, date: d.date };
    SCORES.forEach((score) => {
      [row[score], row[`${score}Low`], row[`${score}High`]] = d.scores[score];
    });
    row.says = `${d.title}, ${d.date || "undated"}: ` + SCORES.map((s) => `${s} ${rounded(row[s])}`).join(", ");
    return row;
  });
}

function trendRows(documents, score, length) {
  const dated = scored(documents, score).filter((d) => d.date);
  const groups = grouped(dated, (d) => periodOf(d.date, length).name);
  const values = groups.map(([, members]) => members.map((d) => d.scores[score][0]));
  const pooled = pooledSpread(values);
  return groups.map(([name, members], i) => ({
    period: name,
    date: periodOf(members[0].date, length).middle,
    ...meanWithRange(values[i], pooled),
  }));
}

function trendSays(documents, score) {
  const dated = scored(documents, score).filter((d) => d.date);
  const found = slope(dated.map((d) => [inYears(d.date), d.scores[score][0]]));
  const name = score[0].toUpperCase() + score.slice(1);
  if (!found) return { name, verdict: "too few", text: "too few dated documents over too short a time to tell." };
  const range = `${rounded(found.low, 1)} to ${rounded(found.high, 1)}`;
  if (found.low > 0) return { name, verdict: "better", text: `rising by about ${rounded(found.rise, 1)} points a year (${range}).` };
  if (found.high < 0) return { name, verdict: "worse", text: `falling by about ${rounded(-found.rise, 1)} points a year (${range}).` };
  return { name, verdict: "unclear", text: `no change that stands out from the spread of the documents (${range} points a year).` };
}

function total(documents, of) {
  return documents.reduce((sum, d) => sum + of(d), 0);
}

function rate(documents, rule) {
  const words = total(documents, (d) => d.words);
  return words ? (1000 * total(documents, (d) => d.rules[rule] || 0)) / words : 0;
}

function ruleRows(documents, rules, by) {
  const rows = Object.keys(rules).map((rule) => ({
    rule,
    name: `${rule} ${rules[rule].name}`,
    category: rules[rule].category,
    count: total(documents, (d) => d.rules[rule] || 0),
    rate: rate(documents, rule),
    points: documents.length ? -total(documents, (d) => d.points[rule] || 0) / documents.length : 0,
  }));
  return rows
    .filter((row) => row[by] > 0)
    .sort((a, b) => b[by] - a[by])
    .slice(0, MOST_RULES)
    .map((row) => ({ ...row, value: row[by] }));
}

function changeRows(documents, rules, length) {
  const dated = documents.filter((d) => d.date);
  const top = ruleRows(dated, rules, "rate");
  const rows = [];
  for (const [period, members] of grouped(dated, (d) => periodOf(d.date, length).name)) {
    for (const row of top) {
      rows.push({ name: row.name, period, rate: rate(members, row.rule), n: members.length });
    }
  }
  // One short document can hold fifty findings in 1,000 words: periods of several documents set the scale.
  const solid = rows.filter((row) => row.n >= FEW);
  const most = Math.max(...(solid.length ? solid : rows).map((row) => row.rate));
  return rows.map((row) => ({ ...row, strength: most ? Math.min(1, row.rate / most) : 0 }));
}

const LACKS = ["complete", "lacks one thing", "lacks two", "lacks all three"];

function completeRows(documents, length) {
  const dated = documents.filter((d) => d.date && d.items.length);
  const rows = [];
  for (const [period, members] of grouped(dated, (d) => periodOf(d.date, length).name)) {
    LACKS.forEach((state, missing) => {
      const count = total(members, (d) => d.items.filter((item) => item.missing.length === missing).length);
      rows.push({ period, state, order: missing, count });
    });
  }
  return rows;
}

const AGES = [
  ["under 1 month", 30],
  ["1 to 3 months", 91],
  ["3 to 12 months", 365],
  ["1 to 2 years", 731],
  ["over 2 years", Infinity],
  ["age unknown", NaN],
];
const STATES = ["overdue", "not due yet", "no date to be held to"];

function ageRows(documents, asOf) {
  const counts = new Map();
  for (const d of documents) {
    const days = d.date ? (Date.parse(asOf) - Date.parse(d.date)) / 86400000 : NaN;
    const age = AGES.find(([, most]) => (Number.isNaN(days) ? Number.isNaN(most) : days < most))[0];
    for (const item of d.items.filter((one) => !one.done)) {
      const state = !item.due ? STATES[2] : item.due < asOf ? STATES[0] : STATES[1];
      const key = `${age}|${state}`;
      counts.set(key, (counts.get(key) || 0) + 1);
    }
  }
  const rows = [];
  AGES.forEach(([age]) =>
    STATES.forEach((state, order) => rows.push({ age, state, order, count: counts.get(`${age}|${state}`) || 0 })),
  );
  return rows;
}

function labelRows(documents) {
  const groups = grouped(documents.filter((d) => d.scores), (d) => d.labels);
  const large = groups.filter(([, members]) => members.length >= FEWEST);
  const small = groups.filter(([, members]) => members.length < FEWEST);
  const rows = [];
  for (const score of SCORES) {
    const values = large.map(([, members]) => members.map((d) => d.scores[score][0]));
    const pooled = pooledSpread(values);
    large.forEach(([label, members], i) => {
      rows.push({ label: `${label} (${members.length})`, score, ...meanWithRange(values[i], pooled) });
    });
  }
  return { rows, small: small.map(([label, members]) => `${label} (${members.length})`) };
}
