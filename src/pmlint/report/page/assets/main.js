// Start: everything that needs a script appears, and follows the filters from then on.

const page = { data: JSON.parse(document.getElementById("data").textContent), byId: new Map() };
page.data.documents.forEach((d) => page.byId.set(d.id, d));
const hasPoints = page.data.documents.some((d) => Object.keys(d.points).length);

function measure() {
  return hasPoints ? document.querySelector('input[name="by"]:checked').value : "rate";
}

function update() {
  const filter = wanted();
  const all = page.data.documents;
  const documents = all.filter((d) => passes(d, filter));
  showOnly(documents, all, filter);
  const says = SCORES.map((score) => trendSays(documents, score));
  sayTrends(says);
  sayItems(documents);
  tiles(documents, says, page.data.asOf);
  document.getElementById("rules-lead").textContent =
    measure() === "points"
      ? "Points of score that the sentences under a rule cost a document on average, for the sentences that moved a score most."
      : "How often each rule found something in 1,000 words.";
  return drawAll(documents, page.data, measure());
}

// One drawing at a time: what is typed meanwhile is drawn when the one before is done.
let running = Promise.resolve();
let waiting = null;
function refresh() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    running = running.then(update).then(() => document.documentElement.setAttribute("data-drawn", String(Date.now())));
  }, 120);
}

function followHash() {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
  const target = document.getElementById(id);
  const article = target?.closest("article.doc");
  if (!article) return;
  article.querySelector("details").open = true;
  target.scrollIntoView();
}

function setAll(open) {
  document.querySelectorAll("article.doc:not([hidden]) > details").forEach((one) => (one.open = open));
}

document.querySelectorAll("[data-needs-script]").forEach((node) => (node.hidden = false));
document.getElementById("rules-by").hidden = !hasPoints;
document.getElementById("rules-by").addEventListener("change", refresh);
document.getElementById("filters").addEventListener("input", refresh);
document.getElementById("filters").addEventListener("reset", () => setTimeout(refresh));
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("open-all").addEventListener("click", () => setAll(true));
document.getElementById("close-all").addEventListener("click", () => setAll(false));
document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip());
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  // A link to where one is already changes no hash, and must open its document all the same.
  if (link && link.getAttribute("href") === location.hash) followHash();
});
window.addEventListener("hashchange", followHash);
refresh();
followHash();
