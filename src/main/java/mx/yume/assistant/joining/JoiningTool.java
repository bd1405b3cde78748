package mx.yume.assistant.joining;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;

/** One of the tools by which somebody new joins. All of them work on what they told themselves. */
public interface JoiningTool {

    Sheet sheet();

    /** Throws {@link mx.yume.assistant.orders.Unclear} where an argument is not of the form that was asked for. */
    Uni<Result> call(StaffAsking asking, Written written);
}
