"use strict";
(() => {
  // Rows shown as cards are no table to a browser; they stay one to a screen reader.
  const roles = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const narrow = matchMedia("(max-width: 44rem)");
  const keep = () => {
    for (const table of document.querySelectorAll("table.stacked")) {
      table.setAttribute("role", "table");
      for (const one of table.querySelectorAll("thead, tbody, tr, td, th")) {
        const header = one.scope === "col" ? "columnheader" : "rowheader";
        one.setAttribute("role", roles[one.tagName] ?? header);
      }
    }
  };
  if (narrow.matches) keep();
  else narrow.addEventListener("change", keep, { once: true }); // fifty plans have many cells

  const filled = ({ dataset: { phrase } }, parts) => phrase.replace(/{(\w+)}/g, (_, part) => parts[part]);
  const open = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") one.open = true;
    }
  };
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) showAll();
    open(target);
    const within = target.querySelector("details");
    if (within && target.matches("td")) within.open = true;
    target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? "start" : "center" });
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);
  addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = target.closest("a[href^='#']");
    if (!link || ctrlKey || metaKey || shiftKey) return;
    if (link.dataset.counts) count(link);
    if (link.hash === location.hash) follow();
  });

  for (const button of document.querySelectorAll("button[data-open]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const inside = document.querySelectorAll(`${button.dataset.within} details`);
      for (const one of inside) one.open = button.dataset.open === "yes";
    });
  }

  const form = document.getElementById("filter");
  form.hidden = false;
  const rows = [...document.querySelectorAll("#matrix-table tbody tr[data-change]")];
  const shown = document.getElementById("shown");
  const texts = new Map(); // what a search looks through, row by row, from the first search on
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLocaleLowerCase());
    return texts.get(row);
  };
  const among = (list, value) => !value || list.split(" ").includes(value);
  const apply = () => {
    const wanted = form.search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let fitting = 0;
    for (const row of rows) {
      const fits =
        !aside.has(row) &&
        among(row.parentElement.dataset.topic, form.topic.value) &&
        among(row.dataset.parties, form.party.value) &&
        among(row.dataset.change, form.change.value) &&
        (!form.differing.checked || row.dataset.differs === "yes") &&
        wanted.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      fitting += fits;
    }
    for (const body of document.querySelectorAll("#matrix-table tbody")) {
      body.hidden = !body.querySelector("tr[data-change]:not([hidden])");
    }
    shown.textContent = filled(shown, { shown: fitting, all: rows.length });
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => {
    put([]);
    setTimeout(apply);
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  // A link that counts selects what it counts, below the part of the page to which it leads. Of the
  // table where that is, rows without any are put aside, until another count or all is asked for.
  const bar = document.getElementById("counted");
  const [said, all] = bar.children;
  let aside = new Set();
  let counting = null;
  const put = (out, by = null) => {
    for (const row of aside) row.hidden = false;
    aside = new Set(out);
    for (const row of aside) row.hidden = true;
    counting = by;
    tell();
  };
  const count = (link) => {
    form.reset();
    const below = document.querySelector(link.hash).closest("section, details");
    const found = [...below.querySelectorAll(link.dataset.counts)].map((one) => one.closest("tr"));
    const every = [...found[0].closest("table").querySelectorAll("tbody tr:not(.topic)")];
    put(every.filter((row) => !found.includes(row)), { link, shown: found.length, all: every.length });
    apply();
  };
  const showAll = () => {
    form.reset();
    apply();
  };
  // Where a number stands: the heading of its table, the head of its row, those of its column.
  const what = (link) => {
    const [cell, row, table] = ["td", "tr", "table"].map((one) => link.closest(one));
    const heads = [...table.tHead.rows].map(({ cells }) => {
      const columns = [...cells].flatMap((one) => Array(one.colSpan).fill(one));
      return columns.at(cell.cellIndex - row.cells.length);
    });
    const name = document.getElementById(link.closest("[role=group]").getAttribute("aria-labelledby"));
    const parts = [name, row.cells[0], ...heads, link].map((one) => one.innerText.split("\n")[0].trim());
    return parts.filter((one) => !/^\d+$/.test(one)).join(" · ");
  };
  const tell = () => {
    all.hidden = !counting;
    said.textContent = counting
      ? filled(said, { ...counting, what: what(counting.link) })
      : said.dataset.none;
  };
  all.addEventListener("click", () => {
    showAll();
    follow();
  });
  addEventListener("keydown", ({ key }) => key === "Escape" && counting && all.click());
  apply();
  tell();
  if (location.hash) follow();

  // Another language is other texts, attributes and pictures, each at its place among all nodes.
  const chooser = document.getElementById("language");
  if (!("DecompressionStream" in window)) return;
  chooser.hidden = false;
  const unpacked = async () => {
    const packed = atob(document.getElementById("other-languages").textContent);
    const bytes = Uint8Array.from(packed, (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  };
  const kinds = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const counted = (node) =>
    node.parentNode.nodeName === "svg" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const located = (gaps) => {
    const walker = document.createTreeWalker(document, kinds, counted);
    walker.nextNode();
    return gaps.map((gap) => {
      for (let step = 0; step < gap; step++) walker.nextNode();
      return walker.currentNode;
    });
  };
  const drawn = (source) => new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  const translator = async () => {
    const { gaps, names, words, texts, pictures } = await unpacked();
    const nodes = located(gaps);
    const start = document.documentElement.lang;
    texts[start] = [];
    nodes.forEach((node, at) => {
      texts[start][words[at]] = names[at] ? node.getAttribute(names[at]) : node.data;
    });
    let standing = [...document.querySelectorAll("svg")];
    pictures[start] = standing;
    return (language) => {
      nodes.forEach((node, at) => {
        const text = texts[language][words[at]];
        if (names[at]) node.setAttribute(names[at], text);
        else node.data = text;
      });
      pictures[language] = pictures[language].map((one) => one.nodeName ? one : drawn(one));
      standing.forEach((one, at) => one.replaceWith(pictures[language][at]));
      standing = pictures[language];
    };
  };
  let translating;
  chooser.addEventListener("click", async ({ target }) => {
    if (!target.value) return;
    translating ??= translator();
    const translate = await translating;
    const { value } = form.party;
    translate(target.value);
    form.party.value = value; // its options stand in another order
    texts.clear();
    apply();
    tell();
  });
})();
