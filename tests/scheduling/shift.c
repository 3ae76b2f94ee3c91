/* A clock that is ahead or behind by SHIFT seconds, for a program that asks time(). */
#define _GNU_SOURCE
#include <stdlib.h>
#include <time.h>

time_t time(time_t *place) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  time_t shifted = now.tv_sec + atol(getenv("SHIFT"));
  if (place)
    *place = shifted;
  return shifted;
}
