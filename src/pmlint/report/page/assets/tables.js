// Tables and tiles. Text goes in as text content only: what a document says is never read as markup.

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function tableOf(id, heads, rows) {
  const table = element("table");
  const head = element("tr");
  heads.forEach((text) => head.append(element("th", text, { scope: "col" })));
  table.append(element("thead"));
  table.tHead.append(head);
  const body = element("tbody");
  for (const row of rows) {
    const line = element("tr");
    row.forEach((cell, i) => line.append(i ? element("td", cell) : element("th", cell, { scope: "row" })));
    body.append(line);
  }
  table.append(body);
  document.getElementById(`table-${id}`).replaceChildren(table);
}

function changeTable(rows) {
  const periods = [...new Set(rows.map((row) => row.period))];
  const names = [...new Set(rows.map((row) => row.name))];
  const value = (name, period) => rows.find((row) => row.name === name && row.period === period);
  tableOf("change", ["Rule", ...periods], names.map((name) => [name, ...periods.map((p) => rounded(value(name, p).rate, 2))]));
}

function tiles(documents, says, asOf) {
  const holder = document.getElementById("tiles");
  const made = SCORES.map((score, i) => {
    const found = scored(documents, score).map((d) => d.scores[score][0]);
    const spread = pooledSpread(found.length ? [found] : []);
    const result = found.length ? meanWithRange(found, spread) : null;
    const note = !result ? "no document" : result.low === null ? "mean" : `mean, likely ${rounded(result.low)} to ${rounded(result.high)}`;
    return tile(score, says[i].name, result ? rounded(result.mean) : "–", note, says[i].verdict);
  });
  const items = documents.flatMap((d) => d.items);
  const whole = items.filter((item) => !item.missing.length).length;
  const late = items.filter((item) => !item.done && item.due && item.due < asOf).length;
  const share = items.length ? `${Math.round((100 * whole) / items.length)} %` : "–";
  made.push(tile("kept", "Complete commitments", share, `${whole} of ${items.length}; ${late} past their date`));
  holder.replaceChildren(...made);
}

const VERDICTS = { better: "↗ rising", worse: "↘ falling", unclear: "→ no clear change", "too few": "" };

function tile(kind, name, number, note, verdict) {
  const made = element("div", undefined, { class: `tile ${kind}` });
  made.append(element("div", name, { class: "name" }), element("div", number, { class: "big" }), element("div", note, { class: "note-line" }));
  if (verdict && VERDICTS[verdict]) made.append(element("div", VERDICTS[verdict], { class: `verdict ${verdict}` }));
  return made;
}

function sayTrends(says) {
  const list = document.getElementById("trend-says");
  list.replaceChildren(
    ...says.map((one) => {
      const line = element("li", undefined, { class: one.name.toLowerCase() });
      line.append(element("strong", one.name), `: ${one.text}`);
      return line;
    }),
  );
}

function sayItems(documents) {
  const items = documents.flatMap((d) => d.items);
  const lacking = (part) => items.filter((item) => item.missing.includes(part)).length;
  const done = items.filter((item) => item.done).length;
  const without = documents.filter((d) => !d.items.length).length;
  document.getElementById("items-lead").textContent = items.length
    ? `${items.length} commitments, ${done} of them done. ${lacking("owner")} name no single owner, ` +
      `${lacking("deliverable")} nothing whose existence could be checked, ${lacking("date")} no date. ` +
      `${without} of ${documents.length} documents commit to nothing.`
    : "These documents make no commitment.";
}
