// Drawing: each chart is embedded once and given new rows whenever the filters change.

const views = {};

async function draw(id, spec, rows, height = spec.height) {
  const holder = document.getElementById(`chart-${id}`);
  try {
    if (!views[id]) {
      const datasets = Object.fromEntries(Object.keys(rows).map((name) => [name, rows[name]]));
      const whole = { $schema: "https://vega.github.io/schema/vega-lite/v6.json", ...spec, height, config: CONFIG, datasets };
      const made = await vegaEmbed(holder, whole, {
        renderer: "svg",
        actions: false,
        tooltip: false,
        defaultStyle: false,
        logLevel: 1, // errors; that a chart starts empty is no reason to warn
        // Expressions are interpreted, not compiled: the page forbids evaluated text.
        ast: true,
      });
      views[id] = made.view;
    } else {
      for (const name of Object.keys(rows)) views[id].data(name, rows[name]);
      views[id].height(height);
      await views[id].runAsync();
    }
    if ("points" in holder.dataset) preparePoints(holder);
    else holder.querySelector("svg")?.setAttribute("aria-hidden", "true");
  } catch (error) {
    console.error(error);
    document.getElementById("chart-trouble").hidden = false;
  }
}

function drawAll(documents, data, by) {
  const dated = documents.filter((d) => d.date);
  const length = periodLength(dated.map((d) => d.date));
  document.querySelectorAll("[data-period]").forEach((place) => (place.textContent = PERIOD_NAMES[length]));
  const withScores = dotRows(documents.filter((d) => d.scores));
  const jobs = SCORES.map((score) => {
    const means = trendRows(documents, score, length);
    tableOf(score, ["Period", "Documents", "Mean", "Likely range"], means.map((m) => [m.period, m.n, rounded(m.mean), rangeOf(m)]));
    return draw(score, trendSpec(score), { dots: withScores.filter((row) => row.date), means });
  });
  tableOf("quadrant", ["Document", "Blameless", "Accountable"], withScores.map((r) => [r.title, rounded(r.blameless), rounded(r.accountable)]));
  jobs.push(draw("quadrant", quadrantSpec(), { dots: withScores }));

  const rules = ruleRows(documents, data.rules, by);
  tableOf("rules", ["Rule", "Findings", "In 1,000 words", "Points a document"], rules.map((r) => [r.name, r.count, rounded(r.rate, 2), rounded(r.points, 1)]));
  jobs.push(draw("rules", rulesSpec(), { rules }, lines(rules, "name", 28)));

  const change = changeRows(documents, data.rules, length);
  changeTable(change);
  // Squares stay wide enough for their figures; where they do not fit, the chart scrolls.
  document.getElementById("chart-change").style.minWidth = `${200 + 52 * new Set(change.map((row) => row.period)).size}px`;
  jobs.push(draw("change", changeSpec(), { change }, lines(change, "name", 28)));

  const complete = completeRows(documents, length);
  tableOf("complete", ["Period", "State", "Commitments"], complete.map((r) => [r.period, r.state, r.count]));
  const good = ["var(--step-0)", "var(--step-1)", "var(--step-2)", "var(--step-3)"];
  jobs.push(draw("complete", stackSpec("complete", "period", null, LACKS, good, "greedy"), { complete }));

  const age = ageRows(documents, data.asOf);
  tableOf("age", ["Age", "State", "Commitments"], age.map((r) => [r.age, r.state, r.count]));
  const ages = AGES.map(([name]) => name);
  jobs.push(draw("age", stackSpec("age", "age", ages, STATES, ["var(--step-3)", "var(--step-0)", "var(--step-2)"], false), { age }));

  const labels = labelRows(documents);
  tableOf("labels", ["Label", "Score", "Documents", "Mean", "Likely range"], labels.rows.map((r) => [r.label, r.score, r.n, rounded(r.mean), rangeOf(r)]));
  document.getElementById("fig-labels").hidden = !labels.rows.length;
  document.getElementById("small-groups").textContent = smallGroups(labels);
  jobs.push(draw("labels", labelsSpec(), { labels: labels.rows }, lines(labels.rows, "label", 52)));
  return Promise.all(jobs);
}

// Charts with a line for each rule or label are as high as they have lines.
function lines(rows, field, step) {
  return Math.max(1, new Set(rows.map((row) => row[field])).size) * step;
}

function rangeOf(row) {
  return row.low === null ? "not known" : `${rounded(row.low)} to ${rounded(row.high)}`;
}

function smallGroups(labels) {
  if (labels.small.length) {
    return `Small groups, fewer than ${FEWEST} documents each and therefore without a mean: ${labels.small.join(", ")}.`;
  }
  return labels.rows.length ? "" : "None of these documents carries a label in its front matter.";
}
