// A program that does what a document could make the reader of PDF do, once it has taken it over. What it does, its own file's name says.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace {

void say(const char *text)
{
    std::fputs(text, stdout);
    std::fflush(stdout);
}

void swallowInput()
{
    std::vector<char> chunk(1 << 16);
    while (std::fread(chunk.data(), 1, chunk.size(), stdin) > 0) {
    }
}

[[noreturn]] void sleepForever()
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::seconds(1));
}

} // namespace

int main(int, char *argv[])
{
    const std::string name = argv[0];
    const auto does = [&](const char *what) { return name.find(what, name.find_last_of("/\\")) != std::string::npos; };
    const char *head = "{\"entente-extract\":1,\"pages\":3,\"title\":\"\"}\n";
    if (does("deaf")) // never reads what it is given
        sleepForever();
    swallowInput();
    if (does("hang"))
        sleepForever();
    if (does("crash"))
        std::abort();
    if (does("silent"))
        return 0;
    if (does("flood")) {
        say(head);
        const std::string noise(1 << 16, 'x');
        for (;;)
            say(noise.c_str());
    }
    if (does("pages")) { // more than it announced
        say(head);
        for (int page = 1;; ++page)
            say(("{\"page\":" + std::to_string(page) + ",\"width\":595,\"height\":842,\"lines\":[[\"a line\",[0,72,72,50,8]]]}\n").c_str());
    }
    if (does("half")) { // breaks down in the middle
        say(head);
        say("{\"page\":1,\"width\":595,\"height\":842,\"lines\":[[\"a line\",[0,72,72,50,8]]]}\n");
        std::abort();
    }
    if (does("late")) { // has told all pages before it breaks down
        say("{\"entente-extract\":1,\"pages\":1,\"title\":\"\"}\n");
        say("{\"page\":1,\"width\":595,\"height\":842,\"lines\":[[\"all there is\",[0,72,72,50,8]]]}\n");
        std::abort();
    }
    if (does("lie")) {
        say("{\"entente-extract\":1,\"pages\":1,\"title\":\"\"}\n");
        say("{\"page\":1,\"width\":1e999,\"height\":-3,\"lines\":[[\"a line\",[99,72,72,50,8]]]}\n{\"end\":true}\n");
    }
    if (does("older"))
        say("{\"entente-extract\":99,\"pages\":1}\n{\"end\":true}\n");
    if (does("eat")) {
        std::vector<char *> eaten;
        for (;;) {
            const std::size_t bite = std::size_t(8) << 20;
            char *more = new char[bite];
            std::memset(more, 1, bite);
            eaten.push_back(more);
        }
    }
    if (does("environment")) { // what it knows of the user
        std::string known = std::getenv("HOME") ? "HOME " : "";
        known += std::getenv("ENTENTE_SECRET") ? "ENTENTE_SECRET" : "";
        say(("{\"error\":\"knows " + known + "\"}\n").c_str());
    }
    if (does("writer")) { // tries to leave a file behind
        std::FILE *file = std::fopen((name + ".was-here").c_str(), "w");
        const bool written = file && std::fputs("here", file) >= 0 && std::fflush(file) == 0;
        say(written ? "{\"error\":\"wrote\"}\n" : "{\"error\":\"empty\"}\n");
    }
    return 0;
}
