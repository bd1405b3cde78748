package mx.yume.scheduling.blocks;

import mx.yume.platform.StorableText;

/**
 * Time off that somebody asks for.
 *
 * @param reason for the team, may be empty
 */
public record BlockRequest(Who who, When when, String reason) {

    public BlockRequest {
        reason = StorableText.of(reason).strip();
    }
}
