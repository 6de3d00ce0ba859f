import { packPosting } from "./index-format.ts";
import { heaviest, joinWeights, termIn, weightIn } from "./weigh-words.ts";

/** No posting lies there: what has none before it says this. */
const none = 0;

/**
 * Lists of postings by the number of their term. A large archive has millions of them in tens of thousands of lists, so that all lie in
 * one array, each with the place of the one before it in its list.
 */
export class PostingLists {
  /** As `packPosting` gives them. */
  private packed = new Uint32Array(1 << 12);
  private before = new Uint32Array(1 << 12);
  /** By term, the place of the last posting of its list. */
  private last = new Uint32Array(1 << 12);
  private end = none + 1;

  /** Adds a term with its weight (`packWeight`) to a practice. Practices come in the order of their numbers; of two weights in one they are joined. */
  add(practice: number, weighed: number): void {
    const [term, weight] = [termIn(weighed), weightIn(weighed)];
    if (term >= this.last.length) this.last = enlarge(this.last, term + 1);
    const last = this.last[term] ?? none;
    const least = practice * heaviest;
    const known = this.packed[last] ?? 0;
    if (last !== none && known >= least) {
      this.packed[last] = least + joinWeights(known - least + 1, weight) - 1;
      return;
    }
    if (this.end === this.packed.length) {
      this.packed = enlarge(this.packed, this.end + 1);
      this.before = enlarge(this.before, this.end + 1);
    }
    this.packed[this.end] = packPosting({ practice, weight });
    this.before[this.end] = last;
    this.last[term] = this.end++;
  }

  /** The numbers of all terms that have postings, in ascending order. */
  terms(): number[] {
    const terms: number[] = [];
    for (const [term, last] of this.last.entries()) if (last !== none) terms.push(term);
    return terms;
  }

  /** The packed postings of a term, in the order of practices. */
  of(term: number): readonly number[] {
    const list: number[] = [];
    for (let at = this.last[term] ?? none; at !== none; at = this.before[at] ?? none) list.push(this.packed[at] ?? 0);
    return list.reverse();
  }
}

function enlarge(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, 2 * array.length));
  larger.set(array);
  return larger;
}
