// Strings of wide characters.
// expect: abcdef42 8
// expect: hi
// expect: 211bc
// expect: ABCDEF421
// expect: 8AB
#include <cwchar>
#include <cwctype>
#include <iostream>
#include <string>
int main() {
  std::wstring w = L"abc";
  w += L'd';
  w = w + L"ef" + std::to_wstring(42);
  std::wcout << w << L" " << w.size() << std::endl;
  wchar_t b[10];
  std::wcscpy(b, L"hi");
  std::wcout << b << L"\n";
  std::wcout << std::wcslen(b) << (w.find(L'c') == 2) << (w < L"b") << w.substr(1, 2) << L"\n";
  for (auto& c : w) c = std::towupper(c);
  std::wcout << w << (w == L"ABCDEF42") << L"\n";
  std::wstring_view v = w;
  std::wcout << v.size() << std::wstring(v.substr(0, 2)) << std::endl;
}
