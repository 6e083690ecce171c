// expect: 101 -1 7
// expect: 6 cd
// expect: 1
#include <cstddef>
#include <cstdio>
#include <pthread.h>

// What a thread returns may be a number that is kept in a pointer; a byte is no number; a hint to the processor says nothing.
void* next(void* argument) { return (void*)((long long)argument + 1); }
struct Result {
  int value;
};
void* make(void*) { return new Result{7}; }

int main() {
  pthread_t thread;
  long long wide;
  pthread_create(&thread, nullptr, next, (void*)100);
  pthread_join(thread, (void**)&wide);
  long negative;
  pthread_create(&thread, nullptr, next, (void*)-2);
  pthread_join(thread, (void**)&negative);
  Result* result;
  pthread_create(&thread, nullptr, make, nullptr);
  pthread_join(thread, (void**)&result);
  printf("%lld %ld %d\n", wide, negative, result->value);
  delete result;
  std::byte low{0x0d}, high = std::byte{12} << 4;
  printf("%d %x\n", std::to_integer<int>(low & std::byte{6}) | 2, std::to_integer<unsigned>(low | high));
  for (int i = 0; i < 3; i++) {
    asm volatile("pause" ::: "memory");
    __asm__ __volatile__("" ::: "memory");
  }
  printf("%d\n", std::byte{1} == std::byte{1});
}
