// biome-ignore-all format: one row, one line
/**
 * THE CONTRACT between compiler and machine: one row per opcode says everything. Names, disassembly, operand counts,
 * visibility and documentation derive from these rows; the interpreter has one `case` per row, in this order.
 *
 * The machine is a stack machine over 32-bit words. Stack effects are written before -> after, top on the right;
 * `v` a word, `a` an address (a word index into Memory, 0 is null), `f` a function value (index + 1).
 * `visible`: 'always' = another thread could notice: a step stops before it (while another thread is unfinished);
 * 'shared' = only at the pcs the granularity names: all, or those whose order with another thread's matters; 'never'.
 *
 * The constants are literal numbers so that bundlers inline them and V8 makes the interpreter's switch a jump table.
 */
import { type OpcodeRow, row, rows, type Waits } from './opcode-row';

// Constants and the operand stack
export const CONST = 0;
row(CONST, 'CONST', 'value', '-> v', 'never'); // push the operand
export const CONST2 = 1;
row(CONST2, 'CONST2', 'low high', '-> v v', 'never'); // push a 64-bit constant, low word first
export const GLOBAL = 2;
row(GLOBAL, 'GLOBAL', 'offset', '-> a', 'never'); // push the address of a word of global storage
export const DROP = 3;
row(DROP, 'DROP', 'n', 'v*n ->', 'never'); // pop n words
export const DUP = 4;
row(DUP, 'DUP', 'n', 'v*n -> v*n v*n', 'never'); // push a copy of the top n words

// Frame variables whose address nobody takes (no other thread can see them: neither logged nor visible)
export const GET = 5;
row(GET, 'GET', 'offset', '-> v', 'never'); // push one word of the frame; uninitialised is a finding
export const SET = 6;
row(SET, 'SET', 'offset', 'v ->', 'never'); // pop into one word of the frame
export const GET2 = 7;
row(GET2, 'GET2', 'offset', '-> v v', 'never'); // push two words of the frame
export const SET2 = 8;
row(SET2, 'SET2', 'offset', 'v v ->', 'never'); // pop two words into the frame
export const FRAME = 9;
row(FRAME, 'FRAME', 'offset', '-> a', 'never'); // push the address of a word of the frame
export const STORAGE_LIVE = 10;
row(STORAGE_LIVE, 'STORAGE_LIVE', 'offset n', '->', 'never'); // a variable's storage begins: n words of the frame become alive, uninitialised
export const STORAGE_DEAD = 11;
row(STORAGE_DEAD, 'STORAGE_DEAD', 'offset n', '->', 'never'); // a variable's storage ends: n words of the frame die and are zeroed

// Memory by address (logged; visible where the pc takes part in a race)
export const LOAD = 12;
row(LOAD, 'LOAD', '', 'a -> v', 'shared'); // read one word
export const LOAD2 = 13;
row(LOAD2, 'LOAD2', '', 'a -> v v', 'shared'); // read two words
export const STORE = 14;
row(STORE, 'STORE', '', 'a v ->', 'shared'); // write one word
export const STORE2 = 15;
row(STORE2, 'STORE2', '', 'a v v ->', 'shared'); // write two words
export const COPY = 16;
row(COPY, 'COPY', 'n', 'to from ->', 'shared'); // copy n words, initialised or not
export const FIELD = 17;
row(FIELD, 'FIELD', 'offset', 'a -> a', 'never'); // address of a member: a + offset; a null object is a finding
export const NONNULL = 18;
row(NONNULL, 'NONNULL', '', 'a -> a', 'never'); // a null object is a finding (a member function called on nothing)
export const INDEX = 19;
row(INDEX, 'INDEX', 'words length', 'a i -> a', 'never'); // element i of an array of `length` elements of `words` words; outside is a finding
export const OFFSET = 20;
row(OFFSET, 'OFFSET', 'words', 'a i -> a', 'never'); // pointer arithmetic: a + i * words, unchecked
export const DISTANCE = 21;
row(DISTANCE, 'DISTANCE', 'words', 'a b -> v v', 'never'); // pointer difference (a - b) / words, 64-bit
export const BOUNDS = 22;
row(BOUNDS, 'BOUNDS', '', 'i n ->', 'never'); // a container's own check: 0 <= i < n, or a finding

// 32-bit arithmetic; bool, char and short are normalised by NARROW
export const ADD = 23;
row(ADD, 'ADD', '', 'v v -> v', 'never'); // a + b
export const SUB = 24;
row(SUB, 'SUB', '', 'v v -> v', 'never'); // a - b
export const MUL = 25;
row(MUL, 'MUL', '', 'v v -> v', 'never'); // a * b
export const DIV = 26;
row(DIV, 'DIV', '', 'v v -> v', 'never'); // signed a / b; 0 is a finding
export const MOD = 27;
row(MOD, 'MOD', '', 'v v -> v', 'never'); // signed a % b; 0 is a finding
export const UDIV = 28;
row(UDIV, 'UDIV', '', 'v v -> v', 'never'); // unsigned a / b
export const UMOD = 29;
row(UMOD, 'UMOD', '', 'v v -> v', 'never'); // unsigned a % b
export const AND = 30;
row(AND, 'AND', '', 'v v -> v', 'never'); // a & b
export const OR = 31;
row(OR, 'OR', '', 'v v -> v', 'never'); // a | b
export const XOR = 32;
row(XOR, 'XOR', '', 'v v -> v', 'never'); // a ^ b
export const SHL = 33;
row(SHL, 'SHL', '', 'v v -> v', 'never'); // a << b
export const SHR = 34;
row(SHR, 'SHR', '', 'v v -> v', 'never'); // signed a >> b
export const USHR = 35;
row(USHR, 'USHR', '', 'v v -> v', 'never'); // unsigned a >> b
export const NEG = 36;
row(NEG, 'NEG', '', 'v -> v', 'never'); // -a
export const NOT = 37;
row(NOT, 'NOT', '', 'v -> v', 'never'); // ~a
export const LNOT = 38;
row(LNOT, 'LNOT', '', 'v -> v', 'never'); // a == 0 ? 1 : 0
export const BOOL = 39;
row(BOOL, 'BOOL', '', 'v -> v', 'never'); // a != 0 ? 1 : 0
export const NARROW = 40;
row(NARROW, 'NARROW', 'bits signed', 'v -> v', 'never'); // keep the low bits, extend by sign or zero
export const EQ = 41;
row(EQ, 'EQ', '', 'v v -> v', 'never'); // a == b
export const NE = 42;
row(NE, 'NE', '', 'v v -> v', 'never'); // a != b
export const LT = 43;
row(LT, 'LT', '', 'v v -> v', 'never'); // a < b
export const LE = 44;
row(LE, 'LE', '', 'v v -> v', 'never'); // a <= b
export const GT = 45;
row(GT, 'GT', '', 'v v -> v', 'never'); // a > b
export const GE = 46;
row(GE, 'GE', '', 'v v -> v', 'never'); // a >= b
export const ULT = 47;
row(ULT, 'ULT', '', 'v v -> v', 'never'); // unsigned a < b
export const ULE = 48;
row(ULE, 'ULE', '', 'v v -> v', 'never'); // unsigned a <= b
export const UGT = 49;
row(UGT, 'UGT', '', 'v v -> v', 'never'); // unsigned a > b
export const UGE = 50;
row(UGE, 'UGE', '', 'v v -> v', 'never'); // unsigned a >= b

// 64-bit arithmetic: exact, two words a value, low word first
export const ADD2 = 51;
row(ADD2, 'ADD2', '', 'v v v v -> v v', 'never'); // a + b
export const SUB2 = 52;
row(SUB2, 'SUB2', '', 'v v v v -> v v', 'never'); // a - b
export const MUL2 = 53;
row(MUL2, 'MUL2', '', 'v v v v -> v v', 'never'); // a * b
export const DIV2 = 54;
row(DIV2, 'DIV2', '', 'v v v v -> v v', 'never'); // signed a / b; 0 is a finding
export const MOD2 = 55;
row(MOD2, 'MOD2', '', 'v v v v -> v v', 'never'); // signed a % b; 0 is a finding
export const UDIV2 = 56;
row(UDIV2, 'UDIV2', '', 'v v v v -> v v', 'never'); // unsigned a / b
export const UMOD2 = 57;
row(UMOD2, 'UMOD2', '', 'v v v v -> v v', 'never'); // unsigned a % b
export const AND2 = 58;
row(AND2, 'AND2', '', 'v v v v -> v v', 'never'); // a & b
export const OR2 = 59;
row(OR2, 'OR2', '', 'v v v v -> v v', 'never'); // a | b
export const XOR2 = 60;
row(XOR2, 'XOR2', '', 'v v v v -> v v', 'never'); // a ^ b
export const SHL2 = 61;
row(SHL2, 'SHL2', '', 'v v v -> v v', 'never'); // a << b, b one word
export const SHR2 = 62;
row(SHR2, 'SHR2', '', 'v v v -> v v', 'never'); // signed a >> b
export const USHR2 = 63;
row(USHR2, 'USHR2', '', 'v v v -> v v', 'never'); // unsigned a >> b
export const NEG2 = 64;
row(NEG2, 'NEG2', '', 'v v -> v v', 'never'); // -a
export const NOT2 = 65;
row(NOT2, 'NOT2', '', 'v v -> v v', 'never'); // ~a
export const BOOL2 = 66;
row(BOOL2, 'BOOL2', '', 'v v -> v', 'never'); // a != 0 ? 1 : 0
export const EQ2 = 67;
row(EQ2, 'EQ2', '', 'v v v v -> v', 'never'); // a == b
export const NE2 = 68;
row(NE2, 'NE2', '', 'v v v v -> v', 'never'); // a != b
export const LT2 = 69;
row(LT2, 'LT2', '', 'v v v v -> v', 'never'); // a < b
export const LE2 = 70;
row(LE2, 'LE2', '', 'v v v v -> v', 'never'); // a <= b
export const GT2 = 71;
row(GT2, 'GT2', '', 'v v v v -> v', 'never'); // a > b
export const GE2 = 72;
row(GE2, 'GE2', '', 'v v v v -> v', 'never'); // a >= b
export const ULT2 = 73;
row(ULT2, 'ULT2', '', 'v v v v -> v', 'never'); // unsigned a < b
export const ULE2 = 74;
row(ULE2, 'ULE2', '', 'v v v v -> v', 'never'); // unsigned a <= b
export const UGT2 = 75;
row(UGT2, 'UGT2', '', 'v v v v -> v', 'never'); // unsigned a > b
export const UGE2 = 76;
row(UGE2, 'UGE2', '', 'v v v v -> v', 'never'); // unsigned a >= b
export const SEXT = 77;
row(SEXT, 'SEXT', '', 'v -> v v', 'never'); // 32 to 64 bits, by sign
export const ZEXT = 78;
row(ZEXT, 'ZEXT', '', 'v -> v v', 'never'); // 32 to 64 bits, by zero
export const WRAP = 79;
row(WRAP, 'WRAP', '', 'v v -> v', 'never'); // 64 to 32 bits: the low word

// Control
export const JUMP = 80;
row(JUMP, 'JUMP', 'to', '->', 'never'); // continue at pc `to`
export const JZ = 81;
row(JZ, 'JZ', 'to', 'v ->', 'never'); // jump if 0
export const JNZ = 82;
row(JNZ, 'JNZ', 'to', 'v ->', 'never'); // jump if not 0
export const CALL = 83;
row(CALL, 'CALL', 'function', 'args -> result', 'never'); // call functions[function]; its argWords are on the stack
export const CALLPTR = 84;
row(CALLPTR, 'CALLPTR', 'argWords', 'args f -> result', 'never'); // call through a function value (index + 1); null is a finding
export const RET = 85;
row(RET, 'RET', 'n', 'v*n ->', 'never'); // return n words; the frame's words die and are zeroed. From a thread's first function: the thread ends
export const TRAP = 86;
row(TRAP, 'TRAP', 'kind text', '->', 'never'); // the program stops here with a finding: kind is a Fault, text an index into texts

// Heap
export const NEW = 87;
row(NEW, 'NEW', 'type', '-> a', 'never'); // a block for one value of types[type], alive and uninitialised
export const NEWN = 88;
row(NEWN, 'NEWN', 'type', 'n -> a', 'never'); // a block for n values of types[type]
export const FREE = 89;
row(FREE, 'FREE', '', 'a ->', 'shared'); // give a block back; null does nothing; freed before, or not the start of a block, is a finding
export const BIRTH = 90;
row(BIRTH, 'BIRTH', 'n', 'a ->', 'never'); // an object's life begins: n words become alive, uninitialised
export const DEATH = 91;
row(DEATH, 'DEATH', 'n', 'a ->', 'shared'); // an object's life ends though its storage stays: n words die

// Locks: 4 words [state, depth, readersLow, readersHigh]; state is 0 free, thread + 1 held, -n read by n; kind 0 mutex, 1 recursive, 2 shared,
// 3 (UNLOCK alone) whichever way this thread holds it. A timed attempt is as one without: it fails where the time has passed before the lock is free
export const LOCK = 92;
row(LOCK, 'LOCK', 'kind', 'a ->', 'always', 'lock'); // acquire; blocks while another holds it; held by this thread (not recursive) is a finding
export const TRYLOCK = 93;
row(TRYLOCK, 'TRYLOCK', 'kind timed', 'a -> v', 'always', 'nothing'); // acquire if free: 1, else 0
export const UNLOCK = 94;
row(UNLOCK, 'UNLOCK', 'kind', 'a ->', 'always', 'nothing'); // release; not held by this thread is a finding
export const LOCK_SHARED = 95;
row(LOCK_SHARED, 'LOCK_SHARED', '', 'a ->', 'always', 'shared lock'); // acquire shared; blocks while a writer holds it
export const TRYLOCK_SHARED = 96;
row(TRYLOCK_SHARED, 'TRYLOCK_SHARED', 'timed', 'a -> v', 'always', 'nothing'); // acquire shared if no writer holds it: 1, else 0
export const UNLOCK_SHARED = 97;
row(UNLOCK_SHARED, 'UNLOCK_SHARED', '', 'a ->', 'always', 'nothing'); // release shared
export const LOCKALL = 98;
row(LOCKALL, 'LOCKALL', 'n', 'a*n ->', 'always', 'locks'); // acquire n mutexes at once (std::lock, std::scoped_lock): blocks while any is held by another
export const LOCKEND = 99;
row(LOCKEND, 'LOCKEND', '', 'a ->', 'shared'); // the mutex is destroyed: held is a finding

// Condition variables: 2 words, a bit per waiting thread
export const CVWAIT = 100;
row(CVWAIT, 'CVWAIT', '', 'cv lock ->', 'always', 'nothing'); // release the lock and wait on cv; the lock not held by this thread is a finding
export const CVRELOCK = 101;
row(CVRELOCK, 'CVRELOCK', '', 'cv lock ->', 'always', 'notify'); // blocks until notified, then until the lock is free; acquires it
export const NOTIFY = 102;
row(NOTIFY, 'NOTIFY', 'all', 'cv ->', 'always', 'nothing'); // wake one waiter (the step's choice says which) or all

// Atomics, sequentially consistent; `words` 1 or 2
export const ALOAD = 103;
row(ALOAD, 'ALOAD', 'words', 'a -> v*w', 'always', 'nothing'); // read
export const ASTORE = 104;
row(ASTORE, 'ASTORE', 'words', 'a v*w ->', 'always', 'nothing'); // write
export const ARMW = 105;
row(ARMW, 'ARMW', 'words op', 'a v*w -> v*w', 'always', 'nothing'); // read-modify-write, pushes the old value; op as rmw.ts encodes it
export const ACAS = 106;
row(ACAS, 'ACAS', 'words', 'a expected v*w -> v', 'always', 'nothing'); // compare with *expected and exchange; on failure store the seen value to *expected
export const AENTER = 107;
row(AENTER, 'AENTER', 'flavour', 'a ->', 'always', 'nothing'); // begin an access to a larger atomic object (atomic<shared_ptr>); flavour 0 load, 1 store, 2 read-modify-write; no other thread runs before ALEAVE
export const ALEAVE = 108;
row(ALEAVE, 'ALEAVE', 'flavour', 'a ->', 'never'); // end of it; the word at a (the stored pointer) is the value that is shown

// Owner counts of shared_ptr and weak_ptr (visible where two threads' last drop or read is not ordered)
export const COUNT_ADD = 109;
row(COUNT_ADD, 'COUNT_ADD', '', 'a ->', 'shared'); // count + 1 (whoever copies an owner holds one: order cannot matter)
export const COUNT_DROP = 110;
row(COUNT_DROP, 'COUNT_DROP', '', 'a -> v', 'shared'); // count - 1, pushes the new count
export const COUNT_TRY_ADD = 111;
row(COUNT_TRY_ADD, 'COUNT_TRY_ADD', '', 'a -> v', 'shared'); // count + 1 unless it is 0 (weak_ptr::lock): 1 if taken, else 0
export const COUNT_READ = 112;
row(COUNT_READ, 'COUNT_READ', '', 'a -> v', 'shared'); // read the count (use_count, expired)

// Threads
export const SPAWN = 113;
row(SPAWN, 'SPAWN', '', 'f task -> v', 'always', 'nothing'); // start a thread that calls function value f with one word; pushes its id
export const START = 114;
row(START, 'START', '', '->', 'always', 'nothing'); // first instruction of every thread's first function: the thread begins
export const JOIN = 115;
row(JOIN, 'JOIN', '', 'v ->', 'always', 'thread'); // blocks until that thread has finished
export const DETACH = 116;
row(DETACH, 'DETACH', '', 'v ->', 'always', 'nothing'); // let the thread go
export const SELF = 117;
row(SELF, 'SELF', '', '-> v', 'never'); // this thread's id
export const YIELD = 118;
row(YIELD, 'YIELD', '', '->', 'always', 'nothing'); // std::this_thread::yield and sleeps: a place to switch

// Output
export const PRINT = 119;
row(PRINT, 'PRINT', 'text n', 'v*n ->', 'never'); // printf: texts[text] with n argument words, to the run's log

// Floating point: IEEE binary64, two words a value, low word first. A float, one word, is computed as a double and rounded: + - * / and
// sqrt give what binary32 arithmetic would. Of a NaN only the sign is kept, so that equal states have equal words
export const FADD = 120;
row(FADD, 'FADD', '', 'v v v v -> v v', 'never'); // a + b
export const FSUB = 121;
row(FSUB, 'FSUB', '', 'v v v v -> v v', 'never'); // a - b
export const FMUL = 122;
row(FMUL, 'FMUL', '', 'v v v v -> v v', 'never'); // a * b
export const FDIV = 123;
row(FDIV, 'FDIV', '', 'v v v v -> v v', 'never'); // a / b; by 0 is infinite or NaN
export const FNEG = 124;
row(FNEG, 'FNEG', '', 'v v -> v v', 'never'); // -a: the sign, of a NaN too
export const FEQ = 125;
row(FEQ, 'FEQ', '', 'v v v v -> v', 'never'); // a == b; false for a NaN
export const FNE = 126;
row(FNE, 'FNE', '', 'v v v v -> v', 'never'); // a != b; true for a NaN
export const FLT = 127;
row(FLT, 'FLT', '', 'v v v v -> v', 'never'); // a < b
export const FLE = 128;
row(FLE, 'FLE', '', 'v v v v -> v', 'never'); // a <= b
export const FGT = 129;
row(FGT, 'FGT', '', 'v v v v -> v', 'never'); // a > b
export const FGE = 130;
row(FGE, 'FGE', '', 'v v v v -> v', 'never'); // a >= b
export const FWIDEN = 131;
row(FWIDEN, 'FWIDEN', '', 'v -> v v', 'never'); // float to double
export const FROUND = 132;
row(FROUND, 'FROUND', '', 'v v -> v', 'never'); // double to float, to the nearest
export const FFROM = 133;
row(FFROM, 'FFROM', 'bits signed', 'v v -> v v', 'never'); // 64-bit integer to the nearest double; bits 32: to one that FROUND takes to the nearest float
export const FTO = 134;
row(FTO, 'FTO', 'signed', 'v v -> v v', 'never'); // double to 64-bit integer, towards 0; what does not fit gives -2^63, as x86-64 has it
export const FMATH = 135;
row(FMATH, 'FMATH', 'function', 'v v -> v v', 'never'); // functions[function] of <cmath>, of one argument: see machine/math.ts
export const FMATH2 = 136;
row(FMATH2, 'FMATH2', 'function', 'v v v v -> v v', 'never'); // the same of two arguments

// Exceptions: an object is a block that begins with EXCEPTION_WORDS words of the library's; see program.ts `Unwinding`
export const THROW = 137;
row(THROW, 'THROW', '', 'e ->', 'never'); // leave calls up to the next handler for exception e, cleaning up on the way; goes on where nobody has one
export const RESUME = 138;
row(RESUME, 'RESUME', '', 'e ->', 'never'); // the end of a cleanup: go on leaving calls
export const UNCAUGHT = 139;
row(UNCAUGHT, 'UNCAUGHT', 'escaped', 'e ->', 'never'); // std::terminate: nobody catches exception e, or (escaped 1) it would leave a noexcept function
export const THREADLOCAL = 140;
row(THREADLOCAL, 'THREADLOCAL', 'offset stride', '-> a', 'never'); // push the address of a word of this thread's own part of global storage
export const FDIGIT = 141;
row(FDIGIT, 'FDIGIT', 'letter', 'v v precision i -> v', 'never'); // character i of the double as printf shows it by %letter, or of the fewest digits that are read as the same double (r) or float (R); 0 behind its end

// Timed waits, and waits that are announced: see machine/conditions.ts
export const CVTIMED = 142;
row(CVTIMED, 'CVTIMED', '', 'cv lock -> v', 'always', 'notify or time'); // the end of a timed wait, once the lock is free; acquires it: 1 if a notify came, 0 if the time was up before
export const CVENTER = 143;
row(CVENTER, 'CVENTER', '', 'cv ->', 'always', 'nothing'); // wait on cv from now on, though the thread goes on until its CVRELOCK
export const AWAIT = 144;
row(AWAIT, 'AWAIT', '', 'v -> v', 'always', 'any thread'); // blocks until that thread has finished, whoever may join it: 1; 0 if there is none of that number
export const LOOSEN = 145;
row(LOOSEN, 'LOOSEN', '', 'v -> v', 'never'); // of a thread just started: it may be joined, and if it is not it ends with main, as pthreads do

// Pointers as numbers: 16 times the word, so that they look aligned; other numbers keep 31 bits in a word with the highest bit set
export const NUMBER = 146;
row(NUMBER, 'NUMBER', '', 'a -> v v', 'never'); // the pointer as a 64-bit number
export const POINTER = 147;
row(POINTER, 'POINTER', '', 'v v -> a', 'never'); // the pointer that NUMBER makes this number of
export const MERSENNE = 148;
row(MERSENNE, 'MERSENNE', 'bits', 'v v index -> v v', 'never'); // number `index` of the Mersenne twister of 32 or 64 bits with a 64-bit seed: see machine/mersenne.ts

// Of a block, and of the process
export const COUNT = 149;
row(COUNT, 'COUNT', '', 'a -> v', 'never'); // elements of the block of an array that begins there; 0 where none does, or no more
export const QUIT = 150;
row(QUIT, 'QUIT', 'leaks', '->', 'always', 'nothing'); // the process ends: the thread goes no further, and a run is finished once no other can; leaks 1: what nothing leads to by then is a leak
export const FENCE = 151;
row(FENCE, 'FENCE', '', 'v ->', 'never'); // a fence of the memory order v, which orders nothing where all is sequentially consistent
export const CHOOSE = 152;
row(CHOOSE, 'CHOOSE', 'words n type', 'v*n -> v*w', 'always', 'nothing'); // of the values on top, n words in all, keep the one that the step's choice says: an input that may be any of them
export const PEEK = 153;
row(PEEK, 'PEEK', 'words', 'a -> v*w', 'never'); // read for a question about the program: 0 where there is nothing to read, which is no finding
export const GUARD = 154;
row(GUARD, 'GUARD', 'offset', '->', 'never'); // the word of the frame lies behind an array: who touches it has left the array

// What a program is made of that stands for another with its counters left out: see explore/reduction/open-loops.ts. No compiler emits them. Each
// logs a CHOICE for each word of what it leaves out or puts there, with its frame in place of the address; EITHER and EITHER2 twice the frame plus the choice
export const KEEP = 155;
row(KEEP, 'KEEP', '', 'v v -> v', 'never'); // a, in place of a sum or a difference of a and b: what is left out is b
export const KEEP2 = 156;
row(KEEP2, 'KEEP2', '', 'v v v v -> v v', 'never'); // the same of two words each
export const EITHER = 157;
row(EITHER, 'EITHER', '', 'v v -> v', 'always', 'nothing'); // 0 or 1, as the step's choice says, in place of a comparison
export const EITHER2 = 158;
row(EITHER2, 'EITHER2', '', 'v v v v -> v', 'always', 'nothing'); // the same in place of one of two words each
export const RESET = 159;
row(RESET, 'RESET', 'offset', 'v ->', 'never'); // a SET that logs what it puts there
export const RESET2 = 160;
row(RESET2, 'RESET2', 'offset', 'v v ->', 'never'); // a SET2 that logs both words

/** Every opcode by its number. */
export const opcodes: readonly OpcodeRow[] = rows;

const waits: readonly Waits[] = rows.map((each) => each.waits);
export const waitsOf = (opcode: number): Waits => waits[opcode];
export const waitsForThread = (opcode: number): boolean => waits[opcode] === 'thread' || waits[opcode] === 'any thread';
/** Whether it takes locks that others may hold. */
export const waitsForLock = (opcode: number): boolean => waits[opcode] !== 'nothing' && !waitsForThread(opcode);
