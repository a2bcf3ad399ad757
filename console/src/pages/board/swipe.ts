/** How far a finger has to go sideways, and how much farther than up or down, in pixels. */
const farEnough = 60;
const straightEnough = 1.8;

/** Follows a finger that goes sideways: tells 1 for the stage after, -1 for the one before. */
export class Swipe {
  #from: { x: number; y: number } | undefined;

  begin(event: TouchEvent): void {
    const [touch] = event.touches;
    this.#from = event.touches.length === 1 && touch ? at(touch) : undefined;
  }

  end(event: TouchEvent): -1 | 0 | 1 {
    const [touch] = event.changedTouches;
    const from = this.#from;
    this.#from = undefined;
    return from && touch ? wayOf(from, at(touch)) : 0;
  }
}

/** Which stage a finger asks for that went from one point to another; 0 for none. */
export function wayOf(from: { x: number; y: number }, to: { x: number; y: number }): -1 | 0 | 1 {
  const [across, along] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < farEnough || Math.abs(across) < Math.abs(along) * straightEnough) return 0;
  return across < 0 ? 1 : -1;
}

function at({ clientX: x, clientY: y }: Touch): { x: number; y: number } {
  return { x, y };
}
