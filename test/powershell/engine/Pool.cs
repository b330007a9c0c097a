namespace Skypefed.Engine;

/// <summary>
/// The pool of threads, with one thread that serves all requests. PowerShell has the pool compile whatever was called 32
/// times, beside the script that called it; scripts as short as these are over before that pays, and it takes a third of
/// their time. Here its turn never comes. Who waits for other work of the pool on a thread of the pool, as Import-Module
/// does, does it himself.
/// </summary>
public static class Pool
{
    /// <summary>0: the pool is as it was found.</summary>
    private static int threads;

    /// <summary>Held, as a timer that nobody holds may never come.</summary>
    private static Timer? next;

    /// <summary>Needs a process that knows of one processor: the pool has no fewer threads than that.</summary>
    public static void ServeAlone(Action serve)
    {
        Resize(1);
        using var over = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(_ =>
        {
            serve();
            over.Set();
        }, null);
        over.Wait();
    }

    /// <summary>Runs a script on another thread, which may come to a stand and is then lost; `done` where it did not.</summary>
    public static void Begin(Action script, Action done)
    {
        if (threads == 0)
        {
            new Thread(() =>
            {
                script();
                done();
            }, maxStackSize: 16 << 20) { IsBackground = true }.Start();
            return;
        }
        // Of the pool as well, and by a timer, as what timers do goes before all that waits to be compiled.
        next = new Timer(_ =>
        {
            script();
            Resize(threads - 1);
            done();
        }, null, dueTime: 0, Timeout.Infinite);
        Resize(threads + 1);
    }

    private static void Resize(int to)
    {
        // The least number may never be above the largest.
        if (!ThreadPool.SetMinThreads(1, 1) || !ThreadPool.SetMaxThreads(to, to) || !ThreadPool.SetMinThreads(to, to))
        {
            throw new InvalidOperationException("the pool has a size of its own; is DOTNET_PROCESSOR_COUNT 1?");
        }
        threads = to;
    }
}
