// The filters: which documents are shown, in the charts, in the list and below.

function wanted() {
  const value = (id) => document.getElementById(id)?.value || "";
  return {
    from: value("f-from"),
    to: value("f-to"),
    label: value("f-label"),
    words: value("f-text").toLowerCase().split(/\s+/).filter(Boolean),
  };
}

function textOf(d) {
  // Read once and kept: the text stands in the page already.
  if (d.text === undefined) {
    const article = document.getElementById(d.id);
    d.text = `${d.title} ${article.querySelector(".source").textContent}`.toLowerCase();
  }
  return d.text;
}

function passes(d, filter) {
  if ((filter.from || filter.to) && !d.date) return false;
  if (filter.from && d.date < filter.from) return false;
  if (filter.to && d.date > filter.to) return false;
  if (filter.label && !d.labels.includes(filter.label)) return false;
  return filter.words.every((word) => textOf(d).includes(word));
}

// Paper shows no controls, so it must say what they were set to.
function inWords(filter) {
  const said = [];
  if (filter.from) said.push(`from ${filter.from}`);
  if (filter.to) said.push(`to ${filter.to}`);
  if (filter.label) said.push(filter.label);
  if (filter.words.length) said.push(`with the words "${filter.words.join(" ")}"`);
  return said.join(", ");
}

function showOnly(documents, all, filter) {
  const ids = new Set(documents.map((d) => d.id));
  document.querySelectorAll("[data-doc]").forEach((node) => {
    node.hidden = !ids.has(node.dataset.doc);
  });
  document.getElementById("nothing").hidden = documents.length > 0;
  const undated = all.filter((d) => !d.date).length;
  let text = `${documents.length} of ${all.length} documents`;
  if ((filter.from || filter.to) && undated) text += ` (${undated} undated left out)`;
  document.getElementById("shown").textContent = text;
  document.getElementById("chosen").textContent = inWords(filter);
}
