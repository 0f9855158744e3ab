// A plain text field with the numbers of its lines.

export class Editor {
  #field;
  #numbers;
  #count = 0;

  /** Called when somebody has typed. */
  changed = () => {};

  constructor(field, numbers) {
    this.#field = field;
    this.#numbers = numbers;
    field.addEventListener("input", () => {
      this.#number();
      this.changed();
    });
    field.addEventListener("scroll", () => (numbers.scrollTop = field.scrollTop));
  }

  get text() {
    return this.#field.value;
  }

  set text(text) {
    this.#field.value = text;
    this.#field.setSelectionRange(0, 0);
    this.#field.scrollTop = 0;
    this.#number();
  }

  #number() {
    const count = this.#field.value.split("\n").length;
    if (count === this.#count) return;
    this.#count = count;
    this.#numbers.textContent = Array.from({ length: count }, (_, line) => line + 1).join("\n");
  }

  /** Puts the cursor at a line and a column in characters, both from 1, and the line into view. */
  goTo(line, column) {
    const lines = this.#field.value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const within = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
    this.#field.focus();
    this.#field.setSelectionRange(before + within, before + within);
    const height = this.#field.scrollHeight / lines.length;
    this.#field.scrollTop = Math.max(0, (line - 1) * height - this.#field.clientHeight / 3);
  }
}
