// <immintrin.h>: of it the hint that a loop waits, fences and the clock.
#include <chrono>
inline void _mm_pause() { __yield(); }
inline void _mm_mfence() { __sync_synchronize(); }
inline void _mm_lfence() { __sync_synchronize(); }
inline void _mm_sfence() { __sync_synchronize(); }
inline unsigned long long __rdtsc() { return std::chrono::__ticks(); }
inline unsigned long long __rdtscp(unsigned* processor) {
  *processor = 0;
  return __rdtsc();
}
