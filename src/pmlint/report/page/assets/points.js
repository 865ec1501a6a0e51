// Dots that can be pointed at, tabbed to and read aloud: one stop of the Tab key for each chart, arrow keys inside.

const tip = document.getElementById("tip");

function dotsOf(holder) {
  const found = [...holder.querySelectorAll('[aria-roledescription="document"]')];
  return found.sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x);
}

function preparePoints(holder) {
  const svg = holder.querySelector("svg");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", document.getElementById(holder.getAttribute("aria-labelledby")).textContent);
  svg.removeAttribute("aria-roledescription");
  const dots = dotsOf(holder);
  dots.forEach((dot, i) => {
    dot.setAttribute("role", "link");
    dot.removeAttribute("aria-roledescription");
    dot.setAttribute("data-dot", "");
    dot.setAttribute("tabindex", i === 0 ? "0" : "-1");
  });
  if (holder.dataset.ready) return;
  holder.dataset.ready = "yes";
  holder.addEventListener("pointerover", (event) => isDot(event.target) && showTip(event.target));
  holder.addEventListener("pointerout", (event) => isDot(event.target) && hideTip());
  holder.addEventListener("focusin", (event) => isDot(event.target) && showTip(event.target));
  holder.addEventListener("focusout", hideTip);
  holder.addEventListener("click", (event) => isDot(event.target) && openDocument(rowOf(event.target).id));
  holder.addEventListener("keydown", (event) => isDot(event.target) && onKey(event, holder));
}

function isDot(node) {
  return node instanceof Element && node.hasAttribute("data-dot");
}

// Vega keeps the row that a mark stands for on the mark's element.
function rowOf(dot) {
  return dot.__data__.datum;
}

function onKey(event, holder) {
  const dots = [...holder.querySelectorAll("[data-dot]")].sort(
    (a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x,
  );
  const at = dots.indexOf(event.target);
  const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: dots.length - 1 };
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openDocument(rowOf(event.target).id);
  } else if (event.key === "Escape") {
    hideTip();
  } else if (event.key in steps) {
    event.preventDefault();
    const next = dots[Math.max(0, Math.min(dots.length - 1, steps[event.key]))];
    event.target.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }
}

function showTip(dot) {
  const row = rowOf(dot);
  const strong = page.byId.get(row.id).strong;
  const facts = SCORES.map((score) => {
    const range = row[`${score}Low`] === null ? "" : ` (${rounded(row[`${score}Low`])}–${rounded(row[`${score}High`])})`;
    return `${score} ${rounded(row[score])}${range}`;
  });
  tip.replaceChildren(
    element("strong", row.title),
    element("div", `${row.date || "undated"} · ${facts.join(" · ")}`, { class: "meta" }),
    ...strong.map((text) => element("blockquote", text)),
  );
  tip.hidden = false;
  place(dot);
  if (document.activeElement === dot) say(strong.length ? strong.join(" … ") : "");
}

function place(dot) {
  const at = dot.getBoundingClientRect();
  const box = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.x + at.width / 2 - box.width / 2, document.documentElement.clientWidth - box.width - 8));
  const above = at.y - box.height - 10;
  tip.style.left = `${left + window.scrollX}px`;
  tip.style.top = `${(above > 8 ? above : at.y + at.height + 10) + window.scrollY}px`;
}

function hideTip() {
  tip.hidden = true;
}

function say(text) {
  document.getElementById("said").textContent = text;
}

function openDocument(id) {
  hideTip();
  const article = document.getElementById(id);
  if (!article) return;
  article.querySelector("details").open = true;
  if (location.hash !== `#${id}`) location.hash = id;
  else article.scrollIntoView();
  article.querySelector("summary").focus({ preventScroll: true });
}
