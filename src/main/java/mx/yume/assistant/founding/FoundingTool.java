package mx.yume.assistant.founding;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;

/** One of the tools for founding a business. All of them work on the founder's own draft. */
public interface FoundingTool {

    Sheet sheet();

    /** Throws {@link mx.yume.assistant.orders.Unclear} where an argument is not of the form that was asked for. */
    Uni<Result> call(FounderAsking asking, Written written);
}
