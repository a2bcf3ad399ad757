/** Bars that show how loud a recording was lately, the newest at the end. */
export class RecorderBars {
  #levels: number[] = [];

  add(level: number): void {
    this.#levels.push(level);
  }

  draw(canvas: HTMLCanvasElement): void {
    const { devicePixelRatio: scale } = window;
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.scale(scale, scale);
    context.fillStyle = getComputedStyle(canvas).color;
    const most = Math.floor(width / step);
    this.#levels = this.#levels.slice(-most);
    for (const [i, level] of this.#levels.entries()) {
      const tall = Math.max(3, level * height);
      const x = (most - this.#levels.length + i) * step;
      context.beginPath();
      context.roundRect(x, (height - tall) / 2, thick, tall, thick / 2);
      context.fill();
    }
  }
}

/** How thick a bar is, and how far the next one stands, in pixels. */
const thick = 3;
const step = 5;
