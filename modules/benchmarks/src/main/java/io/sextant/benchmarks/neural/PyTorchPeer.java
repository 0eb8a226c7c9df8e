package io.sextant.benchmarks.neural;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The same work in PyTorch, in a process of its own, where some python3 can import it. */
final class PyTorchPeer {

    /** What a process printed: seconds of the best epoch, microseconds of the median window. */
    record Measured(double epochSeconds, double windowMicros) {}

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private static final String PROGRAM = """
            import sys, time, torch
            threads, layers, epochs, n, steps, inputs, hidden, batch = map(int, sys.argv[1:9])
            torch.manual_seed(1)
            torch.set_num_threads(threads)
            x = torch.randn(n, steps, inputs)
            y = x[:, -1, :1] * 0.5
            lstm = torch.nn.LSTM(inputs, hidden, layers, batch_first=True)
            out = torch.nn.Linear(hidden, 1)
            adam = torch.optim.Adam(list(lstm.parameters()) + list(out.parameters()), 1e-3)
            best = float('inf')
            for epoch in range(epochs):
                began = time.perf_counter()
                order = torch.randperm(n)
                for i in range(0, n, batch):
                    rows = order[i:i + batch]
                    adam.zero_grad()
                    said, _ = lstm(x[rows])
                    loss = ((out(said[:, -1]) - y[rows]) ** 2).mean()
                    loss.backward()
                    adam.step()
                best = min(best, time.perf_counter() - began)
            took = []
            with torch.no_grad():
                for i in range(500):
                    began = time.perf_counter()
                    said, _ = lstm(x[i:i + 1])
                    out(said[:, -1])
                    took.append(time.perf_counter() - began)
            took.sort()
            print(best, took[len(took) // 2] * 1e6)
            """;

    private final String python;

    private PyTorchPeer(String python) {
        this.python = python;
    }

    static Optional<PyTorchPeer> find() throws InterruptedException {
        for (String python : PYTHONS) {
            if (imports(python)) {
                return Optional.of(new PyTorchPeer(python));
            }
        }
        return Optional.empty();
    }

    private static boolean imports(String python) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(python, "-c", "import torch")
                    .redirectErrorStream(true)
                    .start();
            asked.getInputStream().readAllBytes();
            return asked.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    Measured measure(int threads, int layers, int epochs) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                python,
                "-",
                Integer.toString(threads),
                Integer.toString(layers),
                Integer.toString(epochs),
                Integer.toString(LstmRace.WINDOWS),
                Integer.toString(LstmRace.STEPS),
                Integer.toString(LstmRace.INPUTS),
                Integer.toString(LstmRace.HIDDEN),
                Integer.toString(LstmRace.BATCH));
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().write(PROGRAM.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("PyTorch ended with " + process.exitValue());
        }
        String[] numbers = said.strip().split(" ");
        return new Measured(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
}
