"use strict";
// Means and trends with the uncertainty that belongs to them.

// Percentiles of Student's t for 1 to 10 degrees of freedom, and how they go on: the 90th bounds an 80 % interval
// of a mean, the 97.5th a 95 % one.
const T90 = { first: [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372], end: 1.2816, rest: 0.905 };
const T975 = { first: [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228], end: 1.96, rest: 2.6 };

function quantile(freedom, table = T90) {
  if (freedom < 1) return NaN;
  return freedom <= 10 ? table.first[freedom - 1] : table.end + table.rest / freedom;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// The spread of documents around the mean of their own group. Groups of one or two know nothing of their own
// spread, so they borrow it from all groups together.
function pooledSpread(groups) {
  let squares = 0;
  let freedom = 0;
  for (const values of groups) {
    const middle = mean(values);
    for (const value of values) squares += (value - middle) ** 2;
    freedom += values.length - 1;
  }
  return freedom >= 3 ? { spread: Math.sqrt(squares / freedom), freedom } : null;
}

function meanWithRange(values, pooled) {
  const middle = mean(values);
  if (!pooled) return { mean: middle, low: null, high: null, n: values.length };
  const reach = (quantile(pooled.freedom) * pooled.spread) / Math.sqrt(values.length);
  return { mean: middle, low: Math.max(0, middle - reach), high: Math.min(100, middle + reach), n: values.length };
}

// Points a year by least squares, with a 95 % interval, since a claim is made of it; null where it would say nothing.
function slope(rows) {
  if (rows.length < 5) return null;
  const xs = rows.map((row) => row[0]);
  const ys = rows.map((row) => row[1]);
  const [mx, my] = [mean(xs), mean(ys)];
  let sxx = 0;
  let sxy = 0;
  rows.forEach((row) => {
    sxx += (row[0] - mx) ** 2;
    sxy += (row[0] - mx) * (row[1] - my);
  });
  const years = Math.max(...xs) - Math.min(...xs);
  if (sxx === 0 || years < 0.25) return null;
  const rise = sxy / sxx;
  let rest = 0;
  rows.forEach((row) => {
    rest += (row[1] - my - rise * (row[0] - mx)) ** 2;
  });
  const reach = quantile(rows.length - 2, T975) * Math.sqrt(rest / (rows.length - 2) / sxx);
  return { rise, low: rise - reach, high: rise + reach, years };
}

function inYears(iso) {
  return Date.parse(iso) / (365.25 * 24 * 3600 * 1000);
}

// Periods long enough to hold several documents each, short enough to show a change.
function periodLength(dates) {
  if (!dates.length) return 12;
  const sorted = [...dates].sort();
  const months = (inYears(sorted[sorted.length - 1]) - inYears(sorted[0])) * 12;
  if (months <= 7) return 1;
  if (months <= 30) return 3;
  return months <= 72 ? 6 : 12;
}

const PERIOD_NAMES = { 1: "month", 3: "quarter", 6: "half-year", 12: "year" };

function periodOf(iso, length) {
  const year = Number(iso.slice(0, 4));
  const index = Math.floor((Number(iso.slice(5, 7)) - 1) / length);
  const month = String(index * length + 1).padStart(2, "0");
  const marks = { 1: `-${month}`, 3: ` Q${index + 1}`, 6: ` H${index + 1}`, 12: "" };
  // The middle of a period is where its mean is drawn.
  const middle = new Date(Date.UTC(year, index * length + length / 2, length === 1 ? 15 : 1));
  return { name: `${year}${marks[length]}`, middle: middle.toISOString().slice(0, 10) };
}

function rounded(number, digits = 0) {
  const text = number.toFixed(digits);
  // "-0" is 0, and a minus is no hyphen.
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace("-", "−");
}
