/** Pixels as a canvas gives them: red, green, blue, opacity. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The picture as a printer has it: greys by dots that are spread (Floyd and Steinberg), eight to a byte, a set bit is black. */
export function bitsOf({ width, height, data }: Pixels): Uint8Array {
  const light = Float32Array.from({ length: width * height }, (_, at) => lightOf(data.subarray(at * 4, at * 4 + 4)));
  const bits = new Uint8Array((width / 8) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const black = (light[at] ?? 0) < 128;
      if (black) bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (x & 7));
      const rest = (light[at] ?? 0) - (black ? 0 : 255);
      const pass = (to: number, share: number) => (light[to] = (light[to] ?? 0) + (rest * share) / 16);
      if (x + 1 < width) pass(at + 1, 7);
      if (y + 1 === height) continue;
      if (x > 0) pass(at + width - 1, 3);
      pass(at + width, 5);
      if (x + 1 < width) pass(at + width + 1, 1);
    }
  return bits;
}

/** On white paper. */
function lightOf([red = 0, green = 0, blue = 0, alpha = 0]: Uint8ClampedArray): number {
  return 255 + (((red * 299 + green * 587 + blue * 114) / 1_000 - 255) * alpha) / 255;
}
