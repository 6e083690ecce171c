#include <array>
#include <cstddef>
#include <iostream>
#include <memory_resource>
#include <string>
#include <vector>
#include <thread>
int main() {
    std::array<std::byte, 4096> buf;
    std::pmr::monotonic_buffer_resource pool{buf.data(), buf.size()};
    std::pmr::vector<int> v{&pool};
    for (int i = 0; i < 10; ++i) v.push_back(i * i);
    int s = 0;
    for (int x : v) s += x;
    std::cout << s << "\n";
    std::pmr::string str{"hello pmr", &pool};
    std::cout << str << ' ' << str.size() << '\n';
    std::pmr::synchronized_pool_resource sp;
    std::thread t1([&] { std::pmr::vector<int> a(&sp); a.assign(5, 1); });
    std::thread t2([&] { std::pmr::vector<int> a(&sp); a.assign(5, 2); });
    t1.join(); t2.join();
}
// expect: 285
// expect: hello pmr 9
