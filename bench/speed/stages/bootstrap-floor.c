/* The floor of a bootstrap: as many draws, from strata whose values stay in the nearest cache. usage: bootstrap-floor SPOTS REPLICATES */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STRATUM = 55 };

int main(int count, char **words) {
  if (count < 3) return 2;
  long spots = atol(words[1]), replicates = atol(words[2]);
  double *values = malloc(spots * sizeof(double)), total = 0;
  if (values == NULL) return 4;
  for (long at = 0; at < spots; at++) values[at] = at % 97;
  uint64_t state = 88172645463325252ull;
  clock_t start = clock();
  for (long first = 0; first + STRATUM <= spots; first += STRATUM) {
    for (long replicate = 0; replicate < replicates; replicate++) {
      double even = 0, odd = 0;
      for (int at = 0; at + 1 < STRATUM; at += 2) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        even += values[first + (((state & 0xffffffff) * STRATUM) >> 32)];
        odd += values[first + (((state >> 32) * STRATUM) >> 32)];
      }
      total += even + odd;
    }
  }
  printf("{\"cpu\": %.6f, \"found\": {\"total\": %.0f}}\n", (double)(clock() - start) / CLOCKS_PER_SEC, total);
  return 0;
}
