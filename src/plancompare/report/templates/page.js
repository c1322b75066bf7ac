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

  const open = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") one.open = true;
    }
  };
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      document.getElementById("filter").reset();
      for (const one of document.querySelectorAll("#matrix-table [hidden]")) one.hidden = false;
    }
    open(target);
    const within = target.querySelector("details");
    if (within && target.matches("td")) within.open = true;
    target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? "start" : "center" });
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

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
  const count = document.getElementById("shown");
  const texts = new Map(); // what a search looks through, row by row, from the first search on
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLocaleLowerCase());
    return texts.get(row);
  };
  const among = (list, value) => !value || list.split(" ").includes(value);
  const apply = () => {
    const wanted = form.search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits =
        among(row.parentElement.dataset.topic, form.topic.value) &&
        among(row.dataset.parties, form.party.value) &&
        among(row.dataset.change, form.change.value) &&
        (!form.differing.checked || row.dataset.differs === "yes") &&
        wanted.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    for (const body of document.querySelectorAll("#matrix-table tbody")) {
      body.hidden = !body.querySelector("tr[data-change]:not([hidden])");
    }
    count.textContent = count.dataset.phrase.replace("{shown}", shown).replace("{all}", rows.length);
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();

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
  });
})();
