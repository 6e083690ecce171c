// expect: task-0 -> 0
// expect: task-1 -> 10
// expect: task-2 -> 20
// expect: 2 1 0
// expect: 1,2,5,9,
// expect: Jello 5 6
// expect: 7
// expect: abcdef d 0
// expect: []
// expect: 2.00   2.0 2.000000e+00
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>
#include <unistd.h>
#define NUM_THREADS 3
#define CHECK(x) do { int rc = (x); if (rc) { fprintf(stderr, "%s failed: %d\n", #x, rc); exit(EXIT_FAILURE); } } while (0)
typedef struct { int id; char name[16]; long result; } task_t;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter = 0;
typedef struct node { int value; struct node* next; } node_t;
node_t* push(node_t* head, int v) { node_t* n = (node_t*)malloc(sizeof(node_t)); if (n == NULL) { perror("malloc"); exit(1); } n->value = v; n->next = head; return n; }
void* work(void* arg) {
    task_t* t = (task_t*)arg;
    for (int i = 0; i < 2; i++) { pthread_mutex_lock(&lock); counter++; pthread_mutex_unlock(&lock); }
    t->result = t->id * 10L;
    return (void*)t->result;
}
int compare(const void* a, const void* b) { return (*(int*)a - *(int*)b); }
int main(int argc, char* argv[]) {
    pthread_t threads[NUM_THREADS]; task_t tasks[NUM_THREADS];
    for (int i = 0; i < NUM_THREADS; i++) { tasks[i].id = i; snprintf(tasks[i].name, sizeof(tasks[i].name), "task-%d", i); CHECK(pthread_create(&threads[i], NULL, work, &tasks[i])); }
    for (int i = 0; i < NUM_THREADS; i++) { void* res; pthread_join(threads[i], &res); printf("%s -> %ld\n", tasks[i].name, (long)res); }
    node_t* head = NULL; for (int i = 0; i < 3; i++) head = push(head, i);
    while (head) { node_t* next = head->next; printf("%d ", head->value); free(head); head = next; } printf("\n");
    int arr[] = {5, 2, 9, 1}; qsort(arr, 4, sizeof(int), compare); for (size_t i = 0; i < sizeof(arr) / sizeof(arr[0]); i++) printf("%d,", arr[i]); putchar('\n');
    char* dup = strdup("hello"); dup[0] = 'J'; printf("%s %zu %d\n", dup, strlen(dup), counter); free(dup);
    int* grid = (int*)calloc(6, sizeof *grid); grid[4] = 7; int total = 0; for (int i = 0; i < 6; i++) total += grid[i]; printf("%d\n", total); free(grid);
    char buf[32]; strcpy(buf, "abc"); strcat(buf, "def"); printf("%s %c %d\n", buf, *strchr(buf, 'd'), strncmp(buf, "abx", 2)); memset(buf, 0, sizeof(buf)); printf("[%s]\n", buf);
    double avg = counter / (double)NUM_THREADS; printf("%.2f %5.1f %e\n", avg, avg, avg);
    return argc > 5 ? EXIT_FAILURE : EXIT_SUCCESS;
}
