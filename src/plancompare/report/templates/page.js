"use strict";
(() => {
  // Rows shown as cards are no table to a browser; they stay one to a screen reader.
  const roles = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const table of document.querySelectorAll("table.stacked")) {
    table.setAttribute("role", "table");
    for (const one of table.querySelectorAll("thead, tbody, tr, td, th")) {
      const header = one.scope === "col" ? "columnheader" : "rowheader";
      one.setAttribute("role", roles[one.tagName] ?? header);
    }
  }

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
  if (!form) return;
  form.hidden = false;
  const rows = [...document.querySelectorAll("#matrix-table tbody tr[data-change]")];
  const texts = rows.map((row) => row.textContent.toLocaleLowerCase());
  const count = document.getElementById("shown");
  const among = (list, value) => !value || list.split(" ").includes(value);
  const apply = () => {
    const wanted = form.search.value.trim().toLocaleLowerCase().split(/\s+/);
    let shown = 0;
    rows.forEach((row, place) => {
      const fits =
        among(row.parentElement.dataset.topic, form.topic.value) &&
        among(row.dataset.parties, form.party.value) &&
        among(row.dataset.change, form.change.value) &&
        (!form.differing.checked || row.dataset.differs === "yes") &&
        wanted.every((word) => texts[place].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    for (const body of document.querySelectorAll("#matrix-table tbody")) {
      body.hidden = !body.querySelector("tr[data-change]:not([hidden])");
    }
    count.textContent = count.dataset.phrase.replace("{shown}", shown).replace("{all}", rows.length);
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
