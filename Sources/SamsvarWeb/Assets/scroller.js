// A list of which only the rows in sight are in the page, however many there are.
//
// The place of the scroll bar stands for a row and a share of it; the rows around are laid out with
// their own heights, and that row is put where the scroll bar says. No height has to be known before.

const estimate = 72;

export class Scroller {
  constructor(box, { count, row, ensure }) {
    this.box = box;
    this.count = count;
    this.row = row;
    this.ensure = ensure;
    this.spacer = document.createElement("div");
    this.spacer.className = "spacer";
    this.window = document.createElement("div");
    this.window.className = "window";
    this.window.setAttribute("role", "presentation");
    this.box.append(this.spacer, this.window);
    this.elements = new Map();
    this.box.addEventListener("scroll", () => this.schedule(), { passive: true });
    this.observer = new ResizeObserver(() => this.schedule());
    this.observer.observe(this.box);
  }

  stop() { this.observer.disconnect(); }

  schedule() {
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.render();
    });
  }

  get top() { return Math.min(this.box.scrollTop / estimate, Math.max(0, this.count() - 1)); }

  /** Lays out the rows in sight. */
  render() {
    const count = this.count();
    const view = this.box.clientHeight;
    this.spacer.style.height = `${count * estimate + Math.max(0, view - estimate)}px`;
    const top = this.top;
    const row = Math.floor(top);
    const first = Math.max(0, row - 6);
    const last = Math.min(count, row + Math.ceil(view / 44) + 6);
    this.ensure(first, last);
    const kept = new Map();
    const nodes = [];
    for (let index = first; index < last; index += 1) {
      const made = this.row(index, this.elements.get(index));
      kept.set(index, made);
      nodes.push(made.element);
    }
    this.elements = kept;
    this.fill(nodes);
    const anchor = kept.get(row)?.element;
    if (!anchor) return;
    const place = this.box.scrollTop - (top - row) * anchor.offsetHeight - anchor.offsetTop;
    this.window.style.transform = `translateY(${Math.round(place)}px)`;
  }

  /** Puts rows into the window, leaving those that are there untouched. */
  fill(nodes) {
    const wanted = new Set(nodes);
    for (const node of [...this.window.children]) if (!wanted.has(node)) node.remove();
    nodes.forEach((node, index) => {
      if (this.window.children[index] !== node) this.window.insertBefore(node, this.window.children[index] ?? null);
    });
  }

  /** Brings a row into sight, with some rows above it. */
  show(row) {
    const element = this.elements.get(row)?.element;
    if (element?.isConnected) {
      const own = element.getBoundingClientRect();
      const box = this.box.getBoundingClientRect();
      if (own.top >= box.top && own.bottom <= box.bottom - 40) return;
      if (own.top > box.top && own.height > box.height - 80 && own.top < box.top + 60) return;
    }
    this.box.scrollTop = Math.max(0, row - 2) * estimate;
    this.render();
  }
}
