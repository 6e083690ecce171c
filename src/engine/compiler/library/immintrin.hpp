// <immintrin.h>: of it the hint that a loop waits.
inline void _mm_pause() { __yield(); }
