"use strict";
(() => {
  const SHOWN = matchMedia("(max-width: 46rem)").matches ? 20 : 100; // rows of a table before somebody asks for more
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = {
    get() { try { return localStorage.getItem("isolint-theme"); } catch { return null; } },
    set(theme) { try { localStorage.setItem("isolint-theme", theme); } catch { /* a page in a sandbox keeps nothing */ } },
  };

  root.classList.add("js");
  const wanted = kept.get();
  if (wanted === "dark" || wanted === "light") root.dataset.theme = wanted;

  const theme = () => root.dataset.theme || (dark.matches ? "dark" : "light");

  function offerTheme() {
    const button = document.getElementById("theme");
    const name = () => { button.textContent = `${theme() === "dark" ? "Light" : "Dark"} theme`; };
    button.addEventListener("click", () => {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      kept.set(root.dataset.theme);
      name();
    });
    dark.addEventListener("change", name);
    name();
    button.hidden = false;
  }

  const text = (cell) => cell.textContent.trim();
  const value = (cell) => ("value" in cell.dataset ? Number(cell.dataset.value) : null);

  function compare(left, right) {
    const [a, b] = [value(left), value(right)];
    if (a !== null && b !== null) return a - b;
    return text(left).localeCompare(text(right), "en", { numeric: true });
  }

  class Table {
    constructor(element) {
      this.key = element.dataset.key;
      this.element = element;
      this.body = element.tBodies[0];
      this.rows = [...this.body.rows];
      this.heads = [...element.tHead.rows[0].cells];
      this.count = document.querySelector(`[data-of="${this.key}"]`);
      this.none = element.parentElement.querySelector(".none");
      this.all = this.rows.length <= SHOWN;
      this.words = [];
      this.heads.forEach((head, at) => this.offerOrder(head, at));
      if (!this.all) this.offerMore(element);
      this.show();
    }

    offerOrder(head, at) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => this.order(at));
      head.replaceChildren(button);
    }

    order(at) {
      const first = this.heads[at].dataset.kind === "number" ? "descending" : "ascending";
      const second = first === "descending" ? "ascending" : "descending";
      const now = this.heads[at].getAttribute("aria-sort") === first ? second : first;
      for (const head of this.heads) head.removeAttribute("aria-sort");
      this.heads[at].setAttribute("aria-sort", now);
      const sign = now === "ascending" ? 1 : -1;
      this.rows.sort((left, right) => sign * compare(left.cells[at], right.cells[at]));
      this.body.append(...this.rows);
      this.show();
    }

    offerMore(element) {
      this.more = document.createElement("button");
      this.more.type = "button";
      this.more.className = "more";
      this.more.textContent = `Show all ${this.rows.length.toLocaleString("en")}`;
      this.more.addEventListener("click", () => { this.all = true; this.show(); });
      element.after(this.more);
    }

    filter(words) {
      this.words = words;
      this.show();
    }

    show() {
      let found = 0;
      for (const row of this.rows) {
        const fits = this.words.every((word) => row.dataset.words.includes(word));
        found += fits;
        row.hidden = !fits || (!this.all && found > SHOWN);
      }
      const total = this.rows.length.toLocaleString("en");
      this.count.textContent = found < this.rows.length ? `${found.toLocaleString("en")} of ${total}` : total;
      this.none.hidden = found > 0;
      this.element.hidden = found === 0;
      if (this.more) this.more.hidden = this.all || found <= SHOWN;
      this.found = found;
    }
  }

  function offerFilter(tables) {
    const box = document.getElementById("filter");
    const told = document.getElementById("filter-told");
    const apply = () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const table of tables) table.filter(words);
      const found = tables.reduce((sum, table) => sum + table.found, 0);
      told.textContent = words.length ? `${found.toLocaleString("en")} ${found === 1 ? "row" : "rows"}` : "";
    };
    box.addEventListener("input", apply);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { box.value = ""; apply(); }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target === box) return;
      event.preventDefault();
      box.focus();
    });
    box.closest(".find").hidden = false;
    if (box.value) apply();
  }

  document.addEventListener("DOMContentLoaded", () => {
    offerTheme();
    const tables = [...document.querySelectorAll("table.data")].map((element) => new Table(element));
    offerFilter(tables.filter((table) => table.key !== "fixes"));
  });
})();
