"""The register (*deltaganden*): pages of episodes, and what its forms start from."""
