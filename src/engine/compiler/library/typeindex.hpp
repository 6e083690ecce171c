// <typeindex>
#include <__hash>
namespace std {
class type_index {
  const type_info* type_;

 public:
  type_index(const type_info& type) : type_(&type) {}
  const char* name() const { return type_->name(); }
  size_t hash_code() const { return type_->hash_code(); }
  bool operator==(const type_index& other) const { return type_ == other.type_; }
  bool operator<(const type_index& other) const { return type_ < other.type_; }
};
template <> struct hash<type_index> {
  size_t operator()(const type_index& t) const { return t.hash_code(); }
};
}  // namespace std
