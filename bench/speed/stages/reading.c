/* The floor of reading: one thread, one pass, typed and checked, nothing kept. usage: reading SPOTS
   Columns by place: 0 spot_id, 1 population, 2 municipality, 3 typology, 5 lat, 6 lon, 9 min, 10 max, 11 usual, 15 peak_max. */
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>

enum { LAT = 5, LON = 6, MIN = 9, MAX = 10, USUAL = 11, PEAK_MAX = 15, COLUMNS = 25 };

int main(int count, char **words) {
  if (count < 2) return 2;
  int file = open(words[1], O_RDONLY);
  struct stat about;
  if (fstat(file, &about) != 0) return 4;
  unsigned char *p = mmap(0, about.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0), *end = p + about.st_size;
  static const double POWERS[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  double sums[COLUMNS] = {0};
  long rows = 0, issues = 0;
  unsigned texts = 0;
  while (p < end && *p++ != '\n') {}
  while (p < end) {
    double cell[COLUMNS];
    for (int column = 0; column < COLUMNS; column++, p++) {
      cell[column] = NAN;
      if (*p == '"') {
        for (p++; *p != '"' || p[1] == '"'; p++) if (*p == '"') p++;
        p++;
      } else if (column == LAT || column == LON || (column >= MIN && column <= USUAL) || column == PEAK_MAX) {
        unsigned char *start = p;
        int negative = *p == '-';
        if (negative) p++;
        double number = 0;
        while (*p >= '0' && *p <= '9') number = number * 10 + *p++ - '0';
        if (*p == '.') {
          unsigned char *point = ++p;
          while (*p >= '0' && *p <= '9') number = number * 10 + *p++ - '0';
          number /= POWERS[p - point];
        }
        if (p > start) sums[column] += cell[column] = negative ? -number : number;
      } else if (column < 4) {
        unsigned hash = 2166136261u;
        while (*p != ',' && *p != '\n') hash = (hash ^ *p++) * 16777619u;
        texts ^= hash;
      } else {
        while (*p != ',' && *p != '\n') p++;
      }
    }
    rows++;
    issues += cell[MIN] > cell[MAX] || cell[USUAL] < cell[MIN] || cell[USUAL] > cell[MAX] || fabs(cell[LAT]) > 90 || fabs(cell[LON]) > 180;
  }
  printf("{\"found\": {\"rows\": %ld, \"issues\": %ld, \"min\": %.0f, \"max\": %.0f, \"usual\": %.0f, \"lat\": %.0f, \"lon\": %.0f, \"peak_max\": %.0f}, \"texts\": %u}\n",
         rows, issues, round(1000 * sums[MIN]), round(1000 * sums[MAX]), round(1000 * sums[USUAL]), round(1000 * sums[LAT]), round(1000 * sums[LON]), round(1000 * sums[PEAK_MAX]), texts);
  return 0;
}
