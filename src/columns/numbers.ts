/**
 * Numbers by row in as few bytes as they need: whole numbers of people in one byte or two, of which the largest stands
 * for an empty cell; others in single precision where each of them is kept exactly so, else in double.
 */
export type Numbers = Uint8Array | Uint16Array | Float32Array | Float64Array;

/** One kind of room for numbers. */
interface Room {
  readonly make: (length: number) => Numbers;
  /** What stands for an empty cell. */
  readonly empty: number;
  /** True for a number that is kept exactly. */
  readonly keeps: (number: number) => boolean;
}

const isWhole = (number: number, below: number) =>
  number >= 0 && number < below && Number.isInteger(number) && !Object.is(number, -0);

/** The kinds, narrowest first, by bytes a number. */
const ROOMS: ReadonlyMap<number, Room> = new Map([
  [1, { make: (length) => new Uint8Array(length), empty: 0xff, keeps: (number) => isWhole(number, 0xff) }],
  [
    2,
    { make: (length) => new Uint16Array(length), empty: 0xffff, keeps: (number) => isWhole(number, 0xffff) },
  ],
  [
    4,
    {
      make: (length) => new Float32Array(length),
      empty: Number.NaN,
      keeps: (number) => Math.fround(number) === number,
    },
  ],
  [8, { make: (length) => new Float64Array(length), empty: Number.NaN, keeps: () => true }],
]);

const roomOf = ({ BYTES_PER_ELEMENT: bytes }: Numbers): Room => {
  const room = ROOMS.get(bytes);
  if (room === undefined) throw new TypeError(`no numbers of ${bytes} bytes are held`);
  return room;
};

/** What stands for an empty cell among the numbers. */
export const emptyOf = (numbers: Numbers): number => roomOf(numbers).empty;

/** Says of numbers which others are kept exactly in the same kind of room. */
export const keeperOf = (numbers: Numbers): ((number: number) => boolean) => roomOf(numbers).keeps;

/** The first `rows` numbers, and as much room after them, in the narrowest room that keeps them and another one. */
export function widened(numbers: Numbers, other: number, rows: number): Numbers {
  const { empty } = roomOf(numbers);
  for (const [bytes, room] of ROOMS) {
    if (bytes <= numbers.BYTES_PER_ELEMENT || !room.keeps(other)) continue;
    const wider = room.make(numbers.length);
    for (let at = 0; at < rows; at += 1) {
      const number = numbers[at] ?? empty;
      wider[at] = number === empty ? room.empty : number;
    }
    return wider;
  }
  return numbers;
}

/** The number of a row; NaN where its cell is empty. */
export function numberIn(numbers: Numbers): (row: number) => number {
  if (numbers instanceof Float32Array || numbers instanceof Float64Array)
    return (row) => numbers[row] ?? Number.NaN;
  const { empty } = roomOf(numbers);
  return (row) => {
    const number = numbers[row] ?? empty;
    return number === empty ? Number.NaN : number;
  };
}
