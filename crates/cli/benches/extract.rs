//! How fast articles become statements, on one thread and on two: the example dispute, from bytes
//! in memory to the record. One element is one token of the network.

use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gainsay_language::Tagger;
use gainsay_reader::Source;

fn read(tagger: &Tagger, sources: &[Source]) -> usize {
    let statements = |source: &Source| {
        let article = source.article().expect("the example can be read");
        gainsay_statements::extract(tagger, &article).expect("the model runs").statements.len()
    };
    sources.iter().map(statements).sum()
}

fn extract(criterion: &mut Criterion) {
    let folder = Path::new("../../examples/merrow-cable");
    let sources: Vec<Source> = gainsay_reader::inputs([folder])
        .map(|source| source.expect("the example can be read"))
        .collect();
    let tagger = Tagger::embedded().expect("the weights are sound");
    let tokens: usize = sources
        .iter()
        .map(|source| {
            let article = source.article().expect("the example can be read");
            let lines = gainsay_statements::lines(&article);
            tagger.count_tokens(article.text.as_str(), &lines).expect("the tokenizer runs")
        })
        .sum();

    let mut group = criterion.benchmark_group(format!("{} articles", sources.len()));
    group.throughput(Throughput::Elements(tokens as u64));
    group.sample_size(10).measurement_time(Duration::from_secs(15));
    group.bench_function("1 thread", |bench| bench.iter(|| read(&tagger, &sources)));
    group.bench_function("2 threads", |bench| {
        bench.iter(|| {
            let (left, right) = sources.split_at(sources.len() / 2);
            std::thread::scope(|scope| {
                let left = scope.spawn(|| read(&tagger, left));
                read(&tagger, right) + left.join().expect("the thread ends well")
            })
        });
    });
    group.finish();
    criterion.bench_function("start-up", |bench| bench.iter(|| Tagger::embedded().is_ok()));
}

criterion_group!(benches, extract);
criterion_main!(benches);
